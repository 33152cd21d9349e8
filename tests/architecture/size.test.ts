import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findSizeProblems } from './rules/findSizeProblems.ts'

const readme = { path: 'gateway/README.md', text: 'line\n'.repeat(20) }
const lines = (count: number): string => 'export {}\n'.repeat(count)

describe('files can be read at one sitting', () => {
  test('in this project', () => {
    expect(findSizeProblems(readProject())).toEqual([])
  })

  test('a file of code has at most 300 lines', () => {
    expect(findSizeProblems([readme, { path: 'gateway/a.ts', text: lines(300) }])).toEqual([])
    expect(findSizeProblems([readme, { path: 'gateway/a.ts', text: lines(301) }])).toEqual([
      'gateway/a.ts has 301 lines: 300 at most',
    ])
    expect(findSizeProblems([readme, { path: 'gateway/a.mjs', text: lines(301) }])).toHaveLength(1)
  })

  test('a generated file and data may be longer', () => {
    expect(findSizeProblems([readme, { path: 'gateway/a.generated.ts', text: lines(301) }])).toEqual([])
    expect(findSizeProblems([readme, { path: 'gateway/a.graphql', text: lines(301) }])).toEqual([])
  })

  test('each top folder has a README.md of at most 20 lines', () => {
    expect(findSizeProblems([{ path: 'gateway/a.ts', text: '' }])).toEqual(['gateway/ has no README.md'])
    expect(findSizeProblems([{ path: 'gateway/agency/README.md', text: '' }])).toEqual(['gateway/ has no README.md'])
    expect(findSizeProblems([{ ...readme, text: 'line\n'.repeat(21) }])).toEqual([
      'gateway/README.md has 21 lines: 20 at most',
    ])
  })
})
