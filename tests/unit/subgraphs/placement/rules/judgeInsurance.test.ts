import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import type { Facts } from '../../../../../subgraphs/placement/rules/Facts.ts'
import { coveredUntil } from '../../../../../subgraphs/placement/rules/coveredUntil.ts'
import { judgeInsurance } from '../../../../../subgraphs/placement/rules/judgeInsurance.ts'
import type { InsurancePeriod } from '../../../../../subgraphs/placement/types.generated.ts'
import { days } from '../support/days.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makePlacement } from '../support/makePlacement.ts'

/** The contract of these tests runs from 2026-12-24 to 2028-12-23. */
const before: InsurancePeriod = {
  phase: 'BEFORE_WORK',
  programmes: ['WORK_ACCIDENT', 'DEATH'],
  startsAt: '2026-11-13',
  endsAt: '2026-12-23',
  paidAt: '2026-11-13',
}
const during: InsurancePeriod = {
  phase: 'DURING_WORK',
  programmes: ['WORK_ACCIDENT', 'DEATH'],
  startsAt: '2026-12-24',
  endsAt: '2029-01-23',
  paidAt: '2026-11-20',
}
const firstYear = { ...during, endsAt: '2027-12-23' }
const secondYear = { ...during, startsAt: '2027-12-24', endsAt: '2028-12-23' }

function judge(periods: readonly InsurancePeriod[], changes: Partial<Facts> = {}) {
  return judgeInsurance(makeFacts({ insuranceMemberships: [{ periods }], ...changes }))
}

describe('with a contract', () => {
  test('paid terms for the time of work that cover all of it are met, in one piece or several', () => {
    expect(judge([before, during])).toEqual({ outcome: 'MET', evidenceExpiresAt: '2029-01-23' })
    expect(judge([firstYear, secondYear])).toEqual({ outcome: 'MET', evidenceExpiresAt: '2028-12-23' })
    const memberships = [{ periods: [secondYear] }, { periods: [firstYear] }]
    expect(judgeInsurance(makeFacts({ insuranceMemberships: memberships })).outcome).toBe('MET')
  })

  test('savings for old age alone are no cover', () => {
    expect(judge([{ ...during, programmes: ['OLD_AGE'] }]).outcome).toBe('MISSING')
    expect(judge([{ ...during, programmes: ['WORK_ACCIDENT', 'OLD_AGE'] }]).outcome).toBe('MISSING')
    expect(judge([{ ...during, programmes: ['WORK_ACCIDENT', 'DEATH', 'OLD_AGE'] }]).outcome).toBe('MET')
  })

  test('what ends before the contract ends too soon, by a day, by half, or with a hole in it', () => {
    const tooSoon = { outcome: 'EXPIRES_TOO_SOON', reason: 'ENDS_BEFORE_CONTRACT' }
    expect(judge([before, { ...during, endsAt: '2028-12-22' }])).toEqual({
      ...tooSoon,
      evidenceExpiresAt: '2028-12-22',
    })
    expect(judge([firstYear])).toEqual({ ...tooSoon, evidenceExpiresAt: '2027-12-23' })
    expect(judge([firstYear, { ...secondYear, startsAt: '2027-12-25' }])).toEqual({
      ...tooSoon,
      evidenceExpiresAt: '2027-12-23',
    })
    expect(judge([before])).toEqual({ ...tooSoon, evidenceExpiresAt: '2026-12-23' })
  })

  test('a bill that would close the gap is to be paid', () => {
    const unpaid = { outcome: 'NOT_MET', reason: 'UNPAID' }
    expect(judge([before, { ...during, paidAt: null }])).toEqual(unpaid)
    expect(judge([firstYear, { ...secondYear, paidAt: null }])).toEqual(unpaid)
    expect(judge([{ ...firstYear, paidAt: null }])).toEqual(unpaid)
  })

  test('what begins after the first day of work is not met', () => {
    expect(judge([{ ...during, startsAt: '2026-12-25' }])).toEqual({ outcome: 'NOT_MET' })
  })

  test('what ended before the day has expired, even when it covered the contract', () => {
    expect(judge([{ ...before, endsAt: '2026-11-23' }])).toEqual({
      outcome: 'EXPIRED',
      evidenceExpiresAt: '2026-11-23',
    })
    expect(judge([before, during], { on: '2029-01-24' }).outcome).toBe('EXPIRED')
    expect(judge([before, during], { on: '2029-01-23' }).outcome).toBe('MET')
  })

  test('a payment counts from its day on', () => {
    expect(judge([{ ...during, paidAt: '2026-11-25' }]).outcome).toBe('MISSING')
    expect(judge([{ ...during, paidAt: '2026-11-24' }]).outcome).toBe('MET')
  })
})

describe('without a contract', () => {
  const without = { placement: makePlacement({ contract: null }) }

  test('paid terms of any phase cover the day', () => {
    expect(judge([before], without)).toEqual({ outcome: 'MET', evidenceExpiresAt: '2026-12-23' })
    expect(judge([before, during], { placement: null })).toEqual({ outcome: 'MET', evidenceExpiresAt: '2029-01-23' })
  })

  test('a contract that is signed later is none yet', () => {
    expect(judge([before], { on: '2026-11-19' }).outcome).toBe('MET')
    expect(judge([before], { on: '2026-11-20' }).outcome).toBe('EXPIRES_TOO_SOON')
  })

  test('terms that do not cover the day are told apart', () => {
    expect(judge([], without)).toEqual({ outcome: 'MISSING' })
    expect(judge([during], without)).toEqual({ outcome: 'NOT_MET' })
    expect(judge([{ ...before, paidAt: null }], without)).toEqual({ outcome: 'NOT_MET', reason: 'UNPAID' })
    expect(judge([{ ...during, paidAt: null }], without)).toEqual({ outcome: 'NOT_MET', reason: 'UNPAID' })
    expect(judge([before], { ...without, on: '2027-01-01' }).outcome).toBe('EXPIRED')
  })
})

test('silence is not an empty list', () => {
  expect(judgeInsurance(makeFacts({ insuranceMemberships: null }))).toEqual({ outcome: 'SOURCE_UNAVAILABLE' })
  expect(judgeInsurance(makeFacts({ insuranceMemberships: [] }))).toEqual({ outcome: 'MISSING' })
})

test('cover reaches to the day before the first one that no term holds, as counting day by day finds', () => {
  const terms = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 })).map(([start, length]) => ({
      startsAt: addDays('2026-01-01', start),
      endsAt: addDays('2026-01-01', start + length),
    })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(terms, fc.integer({ min: 0, max: 40 }), (all, offset) => {
      const first = addDays('2026-01-01', offset)
      let day = first
      while (all.some(({ startsAt, endsAt }) => startsAt <= day && day <= endsAt)) day = addDays(day, 1)
      expect(coveredUntil(all, first)).toBe(day === first ? null : addDays(day, -1))
    }),
  )
})

test('insurance is never met for a day after the last one that is paid', () => {
  const periods = fc.array(
    fc.record({
      phase: fc.constantFrom('BEFORE_WORK' as const, 'DURING_WORK' as const),
      programmes: fc.constant(['WORK_ACCIDENT', 'DEATH'] as const),
      startsAt: days,
      endsAt: days,
      paidAt: fc.option(days),
    }),
  )
  fc.assert(
    fc.property(periods, days, (all, on) => {
      fc.pre(all.every(({ endsAt, paidAt }) => paidAt === null || endsAt < on))
      expect(judge(all, { on }).outcome).not.toBe('MET')
      expect(judge(all, { on, placement: null }).outcome).not.toBe('MET')
    }),
  )
})
