import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { insurance } from '../../../subgraphs/insurance/index.ts'
import { askApplicants } from '../../support/askApplicants.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(insurance, { applicants: 200, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

const readyPersona = '5318075205999001'
const tooShort = '5302016009889006'
const returned = '5321051412859007'

describe('the social security', () => {
  test('answers a membership with the terms before and during work', async () => {
    const fields = 'nik insuranceMemberships { kpj periods { phase programmes startsAt endsAt contribution paidAt } }'
    expect(await askApplicants(agency, [readyPersona, returned], fields)).toEqual([
      {
        nik: readyPersona,
        insuranceMemberships: [
          {
            kpj: '90000000000',
            periods: [
              {
                phase: 'BEFORE_WORK',
                programmes: ['WORK_ACCIDENT', 'DEATH'],
                startsAt: '2026-11-13',
                endsAt: '2026-12-23',
                contribution: 37_500,
                paidAt: '2026-11-13',
              },
              {
                phase: 'DURING_WORK',
                programmes: ['WORK_ACCIDENT', 'DEATH'],
                startsAt: '2026-12-24',
                endsAt: '2029-01-23',
                contribution: 332_500,
                paidAt: '2026-11-20',
              },
            ],
          },
        ],
      },
      { nik: returned, insuranceMemberships: [] },
    ])
  })

  test('covers every day from the payment to a month after the contract, over both terms', async () => {
    const fields = `insuranceMemberships {
      whole: covers(from: "2026-11-13", to: "2029-01-23") early: covers(from: "2026-11-12", to: "2026-12-01")
      late: covers(from: "2026-12-24", to: "2029-01-24") backwards: covers(from: "2026-12-24", to: "2026-12-23")
    }`
    expect(await askApplicants(agency, [readyPersona], fields)).toEqual([
      { insuranceMemberships: [{ whole: true, early: false, late: false, backwards: false }] },
    ])
  })

  test('covers half of a contract that is paid for half', async () => {
    const fields = `insuranceMemberships {
      contract: covers(from: "2026-12-24", to: "2028-12-23") year: covers(from: "2026-12-24", to: "2027-12-23")
    }`
    expect(await askApplicants(agency, [tooShort], fields)).toEqual([
      { insuranceMemberships: [{ contract: false, year: true }] },
    ])
  })

  test('answers memberships newest first and their terms oldest first; what is unpaid covers nothing', async () => {
    const nik = '5301010101709999'
    await runStatement(
      agency.databaseUrl,
      `INSERT INTO insurance_membership VALUES ('80000000001', '${nik}', '2020-01-01'), ('80000000002', '${nik}', '2024-01-01')`,
    )
    await runStatement(
      agency.databaseUrl,
      `INSERT INTO insurance_period (kpj, phase, programmes, starts_at, ends_at, contribution, paid_at) VALUES
         ('80000000002', 'DURING_WORK', '{DEATH}', '2024-03-01', '2024-08-31', 108000, NULL),
         ('80000000002', 'BEFORE_WORK', '{DEATH}', '2024-01-01', '2024-02-29', 37500, '2024-01-01')`,
    )
    const fields = `insuranceMemberships { kpj periods { phase paidAt }
      paid: covers(from: "2024-01-01", to: "2024-02-29") unpaid: covers(from: "2024-03-01", to: "2024-03-01") }`
    expect(await askApplicants(agency, [nik], fields)).toEqual([
      {
        insuranceMemberships: [
          {
            kpj: '80000000002',
            periods: [
              { phase: 'BEFORE_WORK', paidAt: '2024-01-01' },
              { phase: 'DURING_WORK', paidAt: null },
            ],
            paid: true,
            unpaid: false,
          },
          { kpj: '80000000001', periods: [], paid: false, unpaid: false },
        ],
      },
    ])
  })
})

describe('its database', () => {
  test.each(['1234567890', '123456789012', '1234567890A'])('refuses the membership number %s', async (kpj) => {
    const insert = `INSERT INTO insurance_membership VALUES ('${kpj}', '1', '2026-01-01')`
    await expect(runStatement(agency.databaseUrl, insert)).rejects.toMatchObject({ code: '23514' })
  })

  test.each([
    [
      'of a membership that is not there',
      `'70000000000', 'DURING_WORK', '{DEATH}', '2026-01-01', '2026-06-30', 0`,
      '23503',
    ],
    ['that ends before it begins', `'90000000000', 'DURING_WORK', '{DEATH}', '2026-01-01', '2025-12-31', 0`, '23514'],
    ['without a programme', `'90000000000', 'DURING_WORK', '{}', '2026-01-01', '2026-06-30', 0`, '23514'],
    [
      'with a programme that is not known',
      `'90000000000', 'DURING_WORK', '{HOLIDAY}', '2026-01-01', '2026-06-30', 0`,
      '23514',
    ],
  ])('refuses a term %s', async (_what, values, code) => {
    const columns = 'kpj, phase, programmes, starts_at, ends_at, contribution'
    const insert = `INSERT INTO insurance_period (${columns}) VALUES (${values})`
    await expect(runStatement(agency.databaseUrl, insert)).rejects.toMatchObject({ code })
  })
})
