import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judgeHealth } from '../../../../../subgraphs/placement/rules/judgeHealth.ts'
import type { HealthExamination } from '../../../../../subgraphs/placement/types.generated.ts'
import { days } from '../support/days.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makeRule } from '../support/makeRule.ts'

const rule = makeRule({ kind: 'HEALTH' })

function examination(changes: Partial<HealthExamination> = {}): HealthExamination {
  return {
    examinedAt: '2026-11-04',
    expiresAt: '2027-02-03',
    physical: 'FIT',
    psychological: 'FIT',
    voidedAt: null,
    destinationCountry: 'MY',
    ...changes,
  }
}

function judge(examinations: readonly HealthExamination[] | null, on = '2026-11-24', placed = true) {
  const facts = makeFacts({ healthExaminations: examinations, on, ...(placed ? {} : { placement: null }) })
  return judgeHealth(facts, rule)
}

describe('one examination', () => {
  test('is met from its day to the last of its validity', () => {
    const met = { outcome: 'MET', evidenceExpiresAt: '2027-02-03' }
    expect(judge([examination()], '2026-11-03')).toEqual({ outcome: 'MISSING' })
    expect(judge([examination()], '2026-11-04')).toEqual(met)
    expect(judge([examination()], '2027-02-03')).toEqual(met)
    expect(judge([examination()], '2027-02-04')).toEqual({ outcome: 'EXPIRED', evidenceExpiresAt: '2027-02-03' })
  })

  test.each([
    ['UNFIT', 'FIT', 'UNFIT'],
    ['FIT', 'UNFIT', 'UNFIT'],
    ['DEFERRED', 'UNFIT', 'UNFIT'],
    ['DEFERRED', 'FIT', 'TO_BE_EXAMINED_AGAIN'],
    ['FIT_WITH_NOTE', 'DEFERRED', 'TO_BE_EXAMINED_AGAIN'],
  ] as const)('that found %s and %s is not met: %s', (physical, psychological, reason) => {
    expect(judge([examination({ physical, psychological })])).toMatchObject({ outcome: 'NOT_MET', reason })
  })

  test('that was voided is void for every day since it was made, whatever it found', () => {
    const voided = [examination({ voidedAt: '2026-11-20' })]
    expect(judge(voided, '2026-11-04').outcome).toBe('VOID')
    expect(judge(voided, '2026-11-20').outcome).toBe('VOID')
    expect(judge([examination({ voidedAt: '2026-11-20', physical: 'UNFIT' })]).outcome).toBe('VOID')
  })

  test('for another destination is not met, unless it is worse than that; without a placement it counts', () => {
    const elsewhere = examination({ destinationCountry: 'KR' })
    expect(judge([elsewhere])).toMatchObject({ outcome: 'NOT_MET', reason: 'EXAMINED_FOR_OTHER_DESTINATION' })
    expect(judge([{ ...elsewhere, physical: 'UNFIT' }])).toMatchObject({ outcome: 'NOT_MET', reason: 'UNFIT' })
    expect(judge([elsewhere], '2027-03-01').outcome).toBe('EXPIRED')
    expect(judge([elsewhere], '2026-11-24', false).outcome).toBe('MET')
    expect(judge([examination({ destinationCountry: null })]).outcome).toBe('MET')
  })
})

describe('several examinations', () => {
  const old = examination({ examinedAt: '2026-10-01', expiresAt: '2026-12-31' })

  test('the newest decides, whatever an older one found', () => {
    expect(judge([examination({ physical: 'UNFIT' }), old])).toMatchObject({ reason: 'UNFIT' })
    expect(judge([old, examination({ voidedAt: '2026-11-10' })]).outcome).toBe('VOID')
    expect(judge([examination(), { ...old, physical: 'UNFIT' }]).outcome).toBe('MET')
  })

  test('before the newest, the one before it decides', () => {
    expect(judge([examination({ physical: 'UNFIT' }), old], '2026-11-03').outcome).toBe('MET')
  })

  test('one for another destination leaves the decision to those for this one', () => {
    expect(judge([examination({ destinationCountry: 'KR', physical: 'UNFIT' }), old]).outcome).toBe('MET')
  })

  test('of one day, the one that stands decides, and of those that stand, the one that refuses', () => {
    expect(judge([examination({ voidedAt: '2026-11-04' }), examination()]).outcome).toBe('MET')
    expect(judge([examination(), examination({ psychological: 'DEFERRED' })])).toMatchObject({
      reason: 'TO_BE_EXAMINED_AGAIN',
    })
  })
})

test('silence is not an empty list', () => {
  expect(judge(null)).toEqual({ outcome: 'SOURCE_UNAVAILABLE' })
  expect(judge([])).toEqual({ outcome: 'MISSING' })
})

test('what has expired, or was voided, never counts again on a later day', () => {
  fc.assert(
    fc.property(days, days, fc.option(days), (one, other, voidedAt) => {
      const [earlier, later] = one < other ? [one, other] : [other, one]
      const examinations = [examination({ voidedAt })]
      const before = judge(examinations, earlier).outcome
      fc.pre(before === 'EXPIRED' || before === 'VOID')
      expect(['EXPIRED', 'VOID']).toContain(judge(examinations, later).outcome)
    }),
  )
})

test('no day tells when an examination was voided', () => {
  const older = examination({ examinedAt: '2026-09-01', expiresAt: '2026-11-30' })
  fc.assert(
    fc.property(days, days, days, (one, other, on) => {
      const judged = [one, other].map((voidedAt) => judge([examination({ voidedAt }), older], on))
      expect(judged[0]).toEqual(judged[1])
    }),
  )
})
