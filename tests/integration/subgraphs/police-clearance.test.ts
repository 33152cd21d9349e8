import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { policeClearance } from '../../../subgraphs/police-clearance/index.ts'
import { askApplicants } from '../../support/askApplicants.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(policeClearance, { applicants: 200, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

const readyPersona = '5318075205999001'
const returned = '5321051412859007'

const record = (number: string, nik: string, rest: string): string =>
  `INSERT INTO police_clearance VALUES ('${number}', '${nik}', ${rest})`

describe('the police', () => {
  test('answer a clearance with its unit and its region', async () => {
    const fields = `nik policeClearances {
      number issuedAt expiresAt status hasRecord issuingUnit { code name level region { code } }
    }`
    expect(await askApplicants(agency, [readyPersona, returned], fields)).toEqual([
      {
        nik: readyPersona,
        policeClearances: [
          {
            number: 'SKCK/YANMAS/9000/XI/YAN.2.3./2026/INTELKAM',
            issuedAt: '2026-11-13',
            expiresAt: '2027-05-12',
            status: 'ISSUED',
            hasRecord: false,
            issuingUnit: {
              code: 'POLRES-5318',
              name: 'Polres Sumba Barat Daya',
              level: 'REGENCY',
              region: { code: '53.18' },
            },
          },
        ],
      },
      { nik: returned, policeClearances: [] },
    ])
  })

  test('judge a clearance by the day asked for', async () => {
    const fields = `policeClearances {
      eve: validOn(date: "2026-11-12") first: validOn(date: "2026-11-13")
      last: validOn(date: "2027-05-12") after: validOn(date: "2027-05-13")
    }`
    expect(await askApplicants(agency, [readyPersona], fields)).toEqual([
      { policeClearances: [{ eve: false, first: true, last: true, after: false }] },
    ])
  })

  test('answer clearances newest first; one that was revoked holds on no day, and headquarters serve no one region', async () => {
    const nik = '5301010101709999'
    await runStatement(agency.databaseUrl, record('A', nik, `'2025-01-01', '2025-06-30', 'POLDA-53', 'ISSUED', false`))
    await runStatement(agency.databaseUrl, record('B', nik, `'2026-09-01', '2027-02-28', 'MABES', 'REVOKED', true`))
    const fields =
      'policeClearances { number hasRecord validOn(date: "2026-11-24") issuingUnit { level region { code } } }'
    expect(await askApplicants(agency, [nik], fields)).toEqual([
      {
        policeClearances: [
          { number: 'B', hasRecord: true, validOn: false, issuingUnit: { level: 'NATIONAL', region: null } },
          { number: 'A', hasRecord: false, validOn: false, issuingUnit: { level: 'PROVINCE', region: { code: '53' } } },
        ],
      },
    ])
  })
})

describe('their database', () => {
  test('has a unit for every regency and city of the province', async () => {
    const rows = await runStatement(agency.databaseUrl, `SELECT region_code FROM police_unit WHERE level = 'REGENCY'`)
    expect(rows).toHaveLength(22)
  })

  test.each([
    ['of a unit that is not there', `'2026-01-01', '2026-06-30', 'POLRES-9999', 'ISSUED', false`, '23503'],
    ['that ends before it begins', `'2026-01-01', '2025-06-30', 'MABES', 'ISSUED', false`, '23514'],
    ['with a status that is not known', `'2026-01-01', '2026-06-30', 'MABES', 'LOST', false`, '23514'],
  ])('refuses a clearance %s', async (_what, rest, code) => {
    await expect(runStatement(agency.databaseUrl, record('C', '1', rest))).rejects.toMatchObject({ code })
  })
})
