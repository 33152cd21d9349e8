import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findTestProblems } from './rules/findTestProblems.ts'

const problemsOf = (paths: readonly string[]): readonly string[] =>
  findTestProblems(paths.map((path) => ({ path, text: '' })))

describe('unit tests mirror the source', () => {
  test('in this project', () => {
    expect(findTestProblems(readProject())).toEqual([])
  })

  test('a test has the path of what it tests', () => {
    expect(problemsOf(['tests/unit/platform/fault.test.ts', 'platform/fault.ts'])).toEqual([])
    expect(problemsOf(['tests/unit/scripts/start.test.ts', 'scripts/start.mjs'])).toEqual([])
    expect(problemsOf(['tests/integration/anything.test.ts'])).toEqual([])
    expect(problemsOf(['tests/unit/fault.test.ts', 'platform/fault.ts'])).toEqual([
      'tests/unit/fault.test.ts tests no file: there is no fault.ts',
    ])
  })
})
