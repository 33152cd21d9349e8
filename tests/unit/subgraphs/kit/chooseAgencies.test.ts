import { describe, expect, test } from '@jest/globals'
import type { Agency } from '../../../../subgraphs/kit/Agency.ts'
import type { AgencyName } from '../../../../subgraphs/kit/AgencyName.ts'
import { chooseAgencies } from '../../../../subgraphs/kit/chooseAgencies.ts'

const agencyOf = (name: AgencyName): Agency => ({
  name,
  port: 0,
  folder: '',
  resolvers: {},
  openSource: () => () => ({}),
  seed: () => Promise.resolve(),
})
const roster = [agencyOf('identity'), agencyOf('passport'), agencyOf('health')]

describe('choosing agencies', () => {
  test('gives all of them where none is named', () => {
    expect(chooseAgencies(roster, [])).toEqual(roster)
  })

  test('gives those named, in the order of the roster and each once', () => {
    expect(chooseAgencies(roster, ['health', 'identity', 'health']).map(({ name }) => name)).toEqual([
      'identity',
      'health',
    ])
  })

  test('refuses a name that is none’s and says which there are', () => {
    expect(() => chooseAgencies(roster, ['passport', 'paspor'])).toThrow(
      expect.objectContaining({
        name: 'EnvironmentError',
        message: expect.stringContaining('identity, passport, health'),
      }),
    )
  })
})
