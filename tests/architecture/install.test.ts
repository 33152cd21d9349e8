import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findInstallProblems } from './rules/findInstallProblems.ts'

const problemsOf = (modules: Readonly<Record<string, string>>): readonly string[] =>
  findInstallProblems(
    Object.entries({ 'scripts/start.mjs': '', 'scripts/test.mjs': '', ...modules }).map(([path, text]) => ({
      path,
      text,
    })),
  )

describe('the first commands need nothing that is installed', () => {
  test('in this project', () => {
    expect(findInstallProblems(readProject())).toEqual([])
  })

  test('they load what Node brings, and other scripts', () => {
    const start = "import { join } from 'node:path'\nimport { a } from './a.mjs'"
    expect(problemsOf({ 'scripts/start.mjs': start, 'scripts/a.mjs': '' })).toEqual([])
  })

  test('they load packages and TypeScript only later', () => {
    expect(problemsOf({ 'scripts/start.mjs': "await import('./a.mjs')", 'scripts/a.mjs': "import 'pg'" })).toEqual([])
  })

  test.each([
    ['a package', "import pg from 'pg'"],
    ['TypeScript', "import { errors } from '../platform/errors.ts'"],
  ])('they never load %s at once, themselves or through another', (_what, text) => {
    expect(problemsOf({ 'scripts/start.mjs': text })).toHaveLength(1)
    expect(
      problemsOf({
        'scripts/test.mjs': "import './a.mjs'",
        'scripts/a.mjs': "import './b.mjs'",
        'scripts/b.mjs': text,
      }),
    ).toHaveLength(1)
  })

  test('they are there', () => {
    expect(findInstallProblems([])).toEqual(['scripts/start.mjs is not there', 'scripts/test.mjs is not there'])
  })
})
