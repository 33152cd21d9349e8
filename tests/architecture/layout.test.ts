import { describe, expect, test } from '@jest/globals'
import { readProject } from './readProject.ts'
import { findLayoutProblems } from './rules/findLayoutProblems.ts'

const agency = [
  'index.ts',
  'migrations/0001-passports.sql',
  'resolvers.ts',
  'schema.graphql',
  'seed.ts',
  'source.ts',
  'types.generated.ts',
].map((name) => `subgraphs/passport/${name}`)

const problemsOf = (paths: readonly string[]): readonly string[] =>
  findLayoutProblems(paths.map((path) => ({ path, text: '' })))

describe('every part lies where the layout puts it', () => {
  test('in this project', () => {
    expect(findLayoutProblems(readProject())).toEqual([])
  })

  test('an agency has all of its parts', () => {
    expect(problemsOf(agency)).toEqual([])
    for (const path of agency) {
      const problems = problemsOf(agency.filter((other) => other !== path))
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(/^subgraphs\/passport\/ has no /)
    }
  })

  test('an agency has nothing else but rules', () => {
    expect(problemsOf([...agency, 'subgraphs/passport/rules/isPassportValid.ts'])).toEqual([])
    expect(problemsOf([...agency, 'subgraphs/passport/Source.ts'])).toHaveLength(1)
    expect(problemsOf([...agency, 'subgraphs/passport/loaders/a.ts'])).toHaveLength(1)
  })

  test('subgraphs/ holds the roster, the entry, the kit and agencies', () => {
    expect(
      problemsOf(['subgraphs/index.ts', 'subgraphs/main.ts', 'subgraphs/README.md', 'subgraphs/kit/a.ts']),
    ).toEqual([])
    expect(problemsOf(['subgraphs/roster.ts'])).not.toEqual([])
  })

  test('the gateway holds its stages and the files that put them together', () => {
    expect(problemsOf(['gateway/index.ts', 'gateway/server.ts', 'gateway/config.ts', 'gateway/context.ts'])).toEqual([])
    expect(problemsOf(['gateway/agency/Dispatch.ts', 'gateway/disclose/deeper/a.ts'])).toEqual([])
    expect(problemsOf(['gateway/a.ts'])).toEqual(['gateway/a.ts is in no stage of the gateway'])
    expect(problemsOf(['gateway/errors/a.ts'])).toHaveLength(1)
  })

  test.each([
    'platform/utils.ts',
    'gateway/plan/helpers.ts',
    'gateway/plan/common/a.ts',
    'schema/misc.mjs',
    'subgraphs/kit/types.ts',
    'tests/helpers/a.ts',
  ])('%s has a name that says nothing', (path) => {
    expect(problemsOf([path])).toEqual([`${path} has a name that says nothing of what is inside`])
  })
})
