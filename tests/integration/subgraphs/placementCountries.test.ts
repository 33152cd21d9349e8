import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CountryCode } from '../../../schema/scalars/CountryCode.ts'
import { placement } from '../../../subgraphs/placement/index.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(placement, { applicants: 0, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

interface Page {
  readonly placements: { readonly edges: readonly unknown[]; readonly pageInfo: { readonly endCursor: string | null } }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const pairs = letters.flatMap((one) => letters.map((other) => one + other))

function isCountry(code: string): boolean {
  try {
    return CountryCode.parseValue(code) === code
  } catch {
    return false
  }
}

describe('a record with a country that there is none of', () => {
  const insert = (destination: string, employer: string): string => `INSERT INTO placement (nik, scheme,
      destination_country, job_title, job_group, employer_name, employer_country, employer_kind, stage)
    VALUES ('5318075205999001', 'INDEPENDENT', '${destination}', 'Waiter', 'HOSPITALITY', 'Example', '${employer}',
      'LEGAL_ENTITY', 'INFORMED')`

  test('is refused by the database, which knows the countries that the graph knows', async () => {
    for (const [destination, employer] of [
      ['UK', 'GB'],
      ['GB', 'UK'],
      ['gb', 'GB'],
    ] as const) {
      await expect(runStatement(agency.databaseUrl, insert(destination, employer))).rejects.toThrow(
        'placement_countries',
      )
    }
    const known = await runStatement(
      agency.databaseUrl,
      `SELECT code FROM unnest('{${pairs.join()}}'::text[]) AS pair (code) WHERE is_country(code)`,
    )
    expect(known).toEqual(pairs.filter(isCountry).map((code) => ({ code })))
  })

  test('from before it was refused leaves the others of its page, and the way on', async () => {
    await runStatement(
      agency.databaseUrl,
      `ALTER TABLE placement DROP CONSTRAINT placement_countries; ${insert('GB', 'UK')}; ${insert('GB', 'GB')}`,
    )
    const query = `query ($after: String) { placements(filter: { destinationCountry: "GB" }, first: 2, after: $after) {
      edges { node { employer { country } } } pageInfo { endCursor } } }`
    const { data, errors } = await agency.ask<Page>({ query })
    expect(data?.placements.edges).toEqual([{ node: null }, { node: { employer: { country: 'GB' } } }])
    expect(errors?.map(({ path }) => path)).toEqual([['placements', 'edges', 0, 'node', 'employer', 'country']])
    const next = await agency.ask<Page>({ query, variables: { after: data?.placements.pageInfo.endCursor } })
    expect(next.data?.placements.edges).toEqual([])
  })
})
