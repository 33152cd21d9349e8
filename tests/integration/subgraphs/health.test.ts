import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { health } from '../../../subgraphs/health/index.ts'
import { askApplicants } from '../../support/askApplicants.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(health, { applicants: 200, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

const readyPersona = '5318075205999001'
const expired = '5304085708909003'
const returned = '5321051412859007'

const record = (number: string, nik: string, rest: string): string =>
  `INSERT INTO health_examination VALUES ('${number}', 'MAUMERE', '${nik}', ${rest})`

describe('the health facilities', () => {
  test('answer an examination with its facility, region and designations', async () => {
    const fields = `nik healthExaminations {
      certificateNumber examinedAt expiresAt physical psychological voidedAt destinationCountry
      facility { code name region { code } designations { decree validFrom validTo } }
    }`
    expect(await askApplicants(agency, [readyPersona, returned], fields)).toEqual([
      {
        nik: readyPersona,
        healthExaminations: [
          {
            certificateNumber: 'SKS/9000/2026',
            examinedAt: '2026-11-04',
            expiresAt: '2027-02-03',
            physical: 'FIT',
            psychological: 'FIT',
            voidedAt: null,
            destinationCountry: 'MY',
            facility: {
              code: 'TAMBOLAKA',
              name: 'Klinik Utama Padang Sabana',
              region: { code: '53.18' },
              designations: [{ decree: 'HK.01.07/9017/2021', validFrom: '2021-10-01', validTo: null }],
            },
          },
        ],
      },
      { nik: returned, healthExaminations: [] },
    ])
  })

  test('judge a certificate by the day asked for', async () => {
    const fields = `healthExaminations {
      eve: validOn(date: "2026-11-03") first: fitToWork(on: "2026-11-04")
      last: fitToWork(on: "2027-02-03") after: validOn(date: "2027-02-04")
    }`
    expect(await askApplicants(agency, [readyPersona], fields)).toEqual([
      { healthExaminations: [{ eve: false, first: true, last: true, after: false }] },
    ])
  })

  test('answer a certificate that expired before today', async () => {
    const fields = 'healthExaminations { validOn(date: "2026-11-24") fitToWork(on: "2026-11-24") }'
    expect(await askApplicants(agency, [expired], fields)).toEqual([
      { healthExaminations: [{ validOn: false, fitToWork: false }] },
    ])
  })

  test('answer examinations newest first, with conclusions and voids, and never a reason', async () => {
    const nik = '5301014101709999'
    await runStatement(
      agency.databaseUrl,
      record('A', nik, `'2019-06-01', '2019-08-31', 'FIT', 'FIT', '2019-07-01', NULL`),
    )
    await runStatement(agency.databaseUrl, record('B', nik, `'2026-11-01', '2027-01-31', 'FIT', 'UNFIT', NULL, 'SG'`))
    const fields = `healthExaminations {
      certificateNumber voidedAt destinationCountry validOn(date: "2026-11-24") fitToWork(on: "2026-11-24")
      before: fitToWork(on: "2019-06-30") validBefore: validOn(date: "2019-06-30")
    }`
    expect(await askApplicants(agency, [nik], fields)).toEqual([
      {
        healthExaminations: [
          {
            certificateNumber: 'B',
            voidedAt: null,
            destinationCountry: 'SG',
            validOn: true,
            fitToWork: false,
            before: false,
            validBefore: false,
          },
          {
            certificateNumber: 'A',
            voidedAt: '2019-07-01',
            destinationCountry: null,
            validOn: false,
            fitToWork: false,
            before: false,
            validBefore: false,
          },
        ],
      },
    ])
  })

  test('examined in Maumere for years before the decree', async () => {
    const nik = '5307010101709999'
    await runStatement(agency.databaseUrl, record('C', nik, `'2022-06-01', '2022-08-31', 'FIT', 'FIT', NULL, 'MY'`))
    const fields = `healthExaminations { facility {
      provisional: designatedOn(date: "2022-06-30") byDecree: designatedOn(date: "2022-07-01") today: designatedOn(date: "2026-11-24")
    } }`
    expect(await askApplicants(agency, [nik], fields)).toEqual([
      { healthExaminations: [{ facility: { provisional: false, byDecree: true, today: true } }] },
    ])
  })
})

describe('their database', () => {
  test.each([
    ['of a certificate that ends before it begins', `'2026-11-01', '2026-10-31', 'FIT', 'FIT', NULL, NULL`, '23514'],
    ['that became void before it was made', `'2026-11-01', '2027-01-31', 'FIT', 'FIT', '2026-10-31', NULL`, '23514'],
    ['with a conclusion that is not known', `'2026-11-01', '2027-01-31', 'PREGNANT', 'FIT', NULL, NULL`, '23514'],
  ])('refuses an examination %s', async (_what, rest, code) => {
    await expect(runStatement(agency.databaseUrl, record('D', '1', rest))).rejects.toMatchObject({ code })
  })

  test('has no column for a diagnosis', async () => {
    const rows = await runStatement(
      agency.databaseUrl,
      `SELECT string_agg(column_name, ' ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_name = 'health_examination'`,
    )
    expect(rows).toEqual([
      {
        columns:
          'certificate_number facility_code nik examined_at expires_at physical psychological voided_at destination_country',
      },
    ])
  })
})
