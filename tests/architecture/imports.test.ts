import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findImportProblems } from './rules/findImportProblems.ts'
import { stages } from './rules/stages.ts'

const problemsOf = (path: string, text: string): readonly string[] => findImportProblems([{ path, text }])

describe('imports point the way a request flows', () => {
  test('in this project', () => {
    expect(findImportProblems(readProject())).toEqual([])
  })

  test.each(stages.slice(1).map((stage, index) => [stage, stages[index]]))('%s does not know %s', (later, earlier) => {
    const problems = problemsOf(`gateway/${later}/a.ts`, `import { b } from '../${earlier}/b.ts'`)
    expect(problems).toEqual([
      `gateway/${later}/a.ts imports gateway/${earlier}/b.ts: ${earlier} comes before ${later}`,
    ])
  })

  test.each([
    ['a stage further along', 'gateway/intake/a.ts', '../disclose/b.ts'],
    ['its own stage', 'gateway/plan/a.ts', './deeper/b.ts'],
    ['the context', 'gateway/disclose/a.ts', '../context.ts'],
    ['the configuration', 'gateway/disclose/a.ts', '../config.ts'],
    ['platform/', 'gateway/execute/a.ts', '../../platform/fault.ts'],
    ['the scalars', 'gateway/execute/a.ts', '../../schema/scalars/NIK.ts'],
  ])('a stage may know %s', (_what, path, target) => {
    expect(problemsOf(path, `import { b } from '${target}'`)).toEqual([])
  })

  test('only server.ts and the entries of processes know every stage', () => {
    const everyStage = stages.map((stage) => `import { b } from './${stage}/b.ts'`).join('\n')
    expect(problemsOf('gateway/server.ts', everyStage)).toEqual([])
    expect(problemsOf('gateway/index.ts', everyStage)).toEqual([])
    expect(problemsOf('gateway/cacheCommand.ts', everyStage)).toEqual([])
    for (const path of ['gateway/config.ts', 'gateway/context.ts', 'gateway/metrics.ts']) {
      expect(problemsOf(path, everyStage)).toHaveLength(stages.length)
      expect(problemsOf(path, everyStage.replaceAll('import', 'import type'))).toEqual([])
    }
  })

  test.each(['server.ts', 'openGate.ts', 'openGraph.ts', 'openGraphs.ts', 'index.ts', 'cacheCommand.ts', 'metrics.ts'])(
    'no stage knows %s',
    (file) => {
      expect(problemsOf('gateway/intake/a.ts', `import type { B } from '../${file}'`)).toHaveLength(1)
    },
  )

  test.each([
    ['the gateway an agency', 'gateway/agency/a.ts', '../../subgraphs/kit/Agency.ts'],
    ['an agency the gateway', 'subgraphs/kit/a.ts', '../../gateway/context.ts'],
    ['an agency another', 'subgraphs/health/source.ts', '../passport/source.ts'],
    ['the kit an agency', 'subgraphs/kit/a.ts', '../health/index.ts'],
    ['the kit the roster', 'subgraphs/kit/a.ts', '../index.ts'],
    ['an agency the roster', 'subgraphs/health/a.ts', '../index.ts'],
    ['platform/ the gateway', 'platform/a.ts', '../gateway/config.ts'],
    ['platform/ the schema', 'platform/a.ts', '../schema/scalars/NIK.ts'],
    ['the gateway a command of schema/', 'gateway/plan/a.ts', '../../schema/compose.ts'],
    ['a folder of schema/ the roster', 'schema/scalars/a.ts', '../../subgraphs/index.ts'],
    ['schema/ an agency', 'schema/a.ts', '../subgraphs/health/index.ts'],
    ['schema/ the gateway', 'schema/a.ts', '../gateway/config.ts'],
    ['the gateway a test', 'gateway/plan/a.ts', '../../tests/support/b.ts'],
    ['an agency a script', 'subgraphs/kit/a.ts', '../../scripts/agencies.mjs'],
    ['a script an agency', 'scripts/a.mjs', '../subgraphs/kit/Agency.ts'],
  ])('never does %s', (_what, path, target) => {
    expect(problemsOf(path, `import { b } from '${target}'`)).toHaveLength(1)
    expect(problemsOf(path, `import type { B } from '${target}'`)).toHaveLength(1)
    expect(problemsOf(path, `export const b = () => import('${target}')`)).toHaveLength(1)
    expect(problemsOf(path, `export type B = import('${target}').B`)).toHaveLength(1)
  })

  test.each([
    ['an agency the kit', 'subgraphs/health/source.ts', '../kit/Database.ts'],
    ['the roster an agency', 'subgraphs/index.ts', './health/index.ts'],
    ['the entry of the agencies the roster', 'subgraphs/main.ts', './index.ts'],
    ['a command of schema/ the roster', 'schema/compose.ts', '../subgraphs/index.ts'],
    ['a script platform/', 'scripts/a.mjs', '../platform/errors.ts'],
    ['a test anything', 'tests/unit/a.test.ts', '../../gateway/plan/b.ts'],
  ])('but may %s', (_what, path, target) => {
    expect(problemsOf(path, `import { b } from '${target}'`)).toEqual([])
  })

  test('the Apollo gateway stays where it can be replaced, and SQL with the agencies', () => {
    expect(problemsOf('gateway/plan/apollo/a.ts', `import { ApolloGateway } from '@apollo/gateway'`)).toEqual([])
    expect(problemsOf('gateway/execute/a.ts', `import { ApolloGateway } from '@apollo/gateway'`)).toHaveLength(1)
    expect(problemsOf('subgraphs/kit/a.ts', `import pg from 'pg'`)).toEqual([])
    expect(problemsOf('gateway/cache/a.ts', `import pg from 'pg'`)).toHaveLength(1)
  })
})
