import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { passport } from '../../../subgraphs/passport/index.ts'
import { askApplicants } from '../../support/askApplicants.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(passport, { applicants: 200, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

const readyPersona = '5318075205999001'
const withoutPassport = '5306030301019002'
const returned = '5321051412859007'

describe('immigration', () => {
  test('answers a passport with its office and its region', async () => {
    const fields = `nik passports {
      number kind issuedAt expiresAt status holderName holderBirthDate issuingOffice { code name region { code } }
    }`
    expect(await askApplicants(agency, [readyPersona], fields)).toEqual([
      {
        nik: readyPersona,
        passports: [
          {
            number: 'X9000001',
            kind: 'ORDINARY',
            issuedAt: '2026-11-12',
            expiresAt: '2036-11-11',
            status: 'IN_FORCE',
            holderName: 'Maria Kaka Bili',
            holderBirthDate: '1999-05-12',
            issuingOffice: { code: 'KUPANG', name: 'Kantor Imigrasi Kelas I TPI Kupang', region: { code: '53.71' } },
          },
        ],
      },
    ])
  })

  test('judges a passport by the day asked for', async () => {
    const fields = `passports {
      eve: validOn(date: "2026-11-11") first: validOn(date: "2026-11-12")
      last: validOn(date: "2036-11-11") after: validOn(date: "2036-11-12")
    }`
    expect(await askApplicants(agency, [readyPersona], fields)).toEqual([
      { passports: [{ eve: false, first: true, last: true, after: false }] },
    ])
  })

  test('answers an application that is under way, and no passport', async () => {
    const fields = `passports { number } departures { at }
      passportApplications { submittedAt status rejectionReason recommendationNumber office { code } }`
    expect(await askApplicants(agency, [withoutPassport], fields)).toEqual([
      {
        passports: [],
        departures: [],
        passportApplications: [
          {
            submittedAt: '2026-11-11T01:30:00Z',
            status: 'INTERVIEW',
            rejectionReason: null,
            recommendationNumber: 'REK/1/2026',
            office: { code: 'MAUMERE' },
          },
        ],
      },
    ])
  })

  test('answers departures, newest first', async () => {
    expect(await askApplicants(agency, [returned], 'departures { at checkpoint destinationCountry }')).toEqual([
      {
        departures: [
          { at: '2017-02-27T04:00:00Z', checkpoint: 'Nunukan', destinationCountry: 'MY' },
          { at: '2009-06-18T04:00:00Z', checkpoint: 'Nunukan', destinationCountry: 'MY' },
        ],
      },
    ])
  })

  test('answers passports and applications newest first, and two of one day always in the same order', async () => {
    const nik = '5301010101709999'
    await runStatement(
      agency.databaseUrl,
      `INSERT INTO passport SELECT number, '${nik}', 'ORDINARY', issued::date, issued::date + 1000, 'KUPANG', 'LOST', 'A', '1970-01-01'
       FROM (VALUES ('X3', '2020-01-01'), ('X2', '2024-01-01'), ('X1', '2024-01-01')) AS given (number, issued)`,
    )
    await runStatement(
      agency.databaseUrl,
      `INSERT INTO passport_application (nik, submitted_at, office_code, status)
       VALUES ('${nik}', '2019-12-01', 'KUPANG', 'ISSUED'), ('${nik}', '2023-12-01', 'KUPANG', 'ISSUED')`,
    )
    expect(await askApplicants(agency, [nik], 'passports { number } passportApplications { submittedAt }')).toEqual([
      {
        passports: [{ number: 'X1' }, { number: 'X2' }, { number: 'X3' }],
        passportApplications: [{ submittedAt: '2023-12-01T00:00:00Z' }, { submittedAt: '2019-12-01T00:00:00Z' }],
      },
    ])
  })

  test('asks for nothing that was not asked of it', async () => {
    agency.takeStatements()
    await askApplicants(agency, [readyPersona, returned], 'nik departures { at }')
    expect(agency.takeStatements()).toEqual([expect.stringContaining('FROM border_departure')])
  })
})

describe('its database', () => {
  test.each([
    [
      'a passport of an office that is not there',
      `VALUES ('X1', '1', 'ORDINARY', '2026-01-01', '2031-01-01', 'NOWHERE', 'LOST', 'A', '1970-01-01')`,
      '23503',
    ],
    [
      'a passport that ends before it begins',
      `VALUES ('X1', '1', 'ORDINARY', '2026-01-01', '2025-01-01', 'KUPANG', 'LOST', 'A', '1970-01-01')`,
      '23514',
    ],
    [
      'a kind of passport that is not known',
      `VALUES ('X1', '1', 'PAPER', '2026-01-01', '2031-01-01', 'KUPANG', 'LOST', 'A', '1970-01-01')`,
      '23514',
    ],
  ])('refuses %s', async (_what, values, code) => {
    await expect(runStatement(agency.databaseUrl, `INSERT INTO passport ${values}`)).rejects.toMatchObject({ code })
  })

  test('refuses a rejection without a reason', async () => {
    const insert = `INSERT INTO passport_application (nik, submitted_at, office_code, status) VALUES ('1', now(), 'KUPANG', 'REJECTED')`
    await expect(runStatement(agency.databaseUrl, insert)).rejects.toMatchObject({ code: '23514' })
  })
})
