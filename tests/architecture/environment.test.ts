import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findEnvironmentProblems } from './rules/findEnvironmentProblems.ts'

const text = 'export const port = Number(process.env.PORT)'

describe('the environment is read where a process begins', () => {
  test('in this project', () => {
    expect(findEnvironmentProblems(readProject())).toEqual([])
  })

  test.each([
    'gateway/index.ts',
    'gateway/cacheCommand.ts',
    'gateway/ledgerCommand.ts',
    'subgraphs/main.ts',
    'scripts/a.mjs',
  ])('%s may read it', (path) => {
    expect(findEnvironmentProblems([{ path, text }])).toEqual([])
  })

  test.each([
    'gateway/config.ts',
    'subgraphs/index.ts',
    'platform/a.ts',
    'schema/compose.ts',
    'subgraphs/health/source.ts',
  ])('%s may not', (path) => {
    expect(findEnvironmentProblems([{ path, text }])).toHaveLength(1)
    expect(findEnvironmentProblems([{ path, text: 'const { env } = process' }])).toHaveLength(1)
    expect(findEnvironmentProblems([{ path, text: "import { env } from 'node:process'" }])).toHaveLength(1)
    expect(findEnvironmentProblems([{ path, text: '// process.env is read elsewhere' }])).toEqual([])
  })
})
