import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { placement } from '../../../subgraphs/placement/index.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(placement, { applicants: 1, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

describe('agencies and offices', () => {
  test('a licence is worth today what its sanctions and its term say', async () => {
    const query = `{
      active: placementAgency(licenceNumber: "SIP3MI-9001") { status }
      served: placementAgency(licenceNumber: "SIP3MI-9003") { status sanctions { status validFrom validTo } }
      warned: placementAgency(licenceNumber: "SIP3MI-9008") { status }
      lately: placementAgency(licenceNumber: "SIP3MI-9009") { status sanctions { validFrom } }
      suspended: placementAgency(licenceNumber: "SIP3MI-9010") { status }
      revoked: placementAgency(licenceNumber: "SIP3MI-9011") { status }
      expired: placementAgency(licenceNumber: "SIP3MI-9012") { status }
      nobody: placementAgency(licenceNumber: "SIP3MI-0000") { status }
    }`
    expect((await agency.ask({ query })).data).toEqual({
      active: { status: 'ACTIVE' },
      served: {
        status: 'ACTIVE',
        sanctions: [
          { status: 'WARNED', validFrom: '2023-02-06', validTo: '2023-05-05' },
          { status: 'PARTLY_SUSPENDED', validFrom: '2023-05-06', validTo: '2023-08-05' },
        ],
      },
      warned: { status: 'WARNED' },
      lately: { status: 'SUSPENDED', sanctions: [{ validFrom: '2026-11-17' }] },
      suspended: { status: 'SUSPENDED' },
      revoked: { status: 'REVOKED' },
      expired: { status: 'EXPIRED' },
      nobody: null,
    })
  })

  test('a text that no record can hold is refused at its place, by argument and by reference, and takes nothing from the others', async () => {
    const query = `query ($half: ID!, $of: [_Any!]!) {
      literal: placementAgency(licenceNumber: "SIP3MI-9001\\u0000") { status }
      variable: placementAgency(licenceNumber: $half) { status }
      active: placementAgency(licenceNumber: "SIP3MI-9001") { status }
      placements(filter: { ltsaOffice: "\\u0000" }) { edges { cursor } }
      _entities(representations: $of) { ... on PlacementAgency { status } }
    }`
    const of = ['\0', 'SIP3MI-9001'].map((licenceNumber) => ({ __typename: 'PlacementAgency', licenceNumber }))
    const { data, errors } = await agency.ask({ query, variables: { half: 'SIP3MI-9001\ud800', of } })
    const active = { status: 'ACTIVE' }
    expect(data).toEqual({ literal: null, variable: null, active, placements: null, _entities: [null, active] })
    expect(errors).toHaveLength(4)
    expect(errors?.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['argument']])).toEqual(
      expect.arrayContaining([
        [['literal'], 'BAD_USER_INPUT', 'licenceNumber'],
        [['variable'], 'BAD_USER_INPUT', 'licenceNumber'],
        [['placements'], 'BAD_USER_INPUT', 'filter'],
        [['_entities', 0], 'BAD_USER_INPUT', undefined],
      ]),
    )
  })

  test('the offices of the province serve it and its islands', async () => {
    const { data } = await agency.ask<{ readonly ltsaOffices: readonly { readonly code: string }[] }>({
      query: '{ ltsaOffices { code serves { code } } }',
    })
    const codes = data?.ltsaOffices.map(({ code }) => code) ?? []
    expect(codes).toEqual(codes.toSorted())
    expect(data?.ltsaOffices).toContainEqual({ code: 'LTSA-53', serves: [{ code: '53' }] })
    expect(data?.ltsaOffices).toContainEqual({ code: 'LTSA-6503', serves: [{ code: '65.03' }] })
  })

  test('every filter of the list has an index', async () => {
    const rows = await runStatement(agency.databaseUrl, "SELECT indexdef FROM pg_indexes WHERE tablename = 'placement'")
    const indexes = rows.map((row) => JSON.stringify(row))
    for (const columns of [
      'stage, position',
      'ltsa_office_code, position',
      'destination_country, position',
      'updated_at',
    ]) {
      expect(indexes.filter((index) => index.replaceAll(String.raw`\"`, '').includes(`(${columns})`))).toHaveLength(1)
    }
  })
})
