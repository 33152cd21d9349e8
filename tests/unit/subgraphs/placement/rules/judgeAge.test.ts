import { describe, expect, test } from '@jest/globals'
import { judgeAge } from '../../../../../subgraphs/placement/rules/judgeAge.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makeRule } from '../support/makeRule.ts'

describe('age', () => {
  const rule = makeRule({ kind: 'AGE', minimumAge: 21, maximumAge: 45 })
  const on = '2026-11-24'

  test.each([
    ['2005-11-25', 'NOT_MET', 'BELOW_MINIMUM_AGE'],
    ['2005-11-24', 'MET', undefined],
    ['1980-11-25', 'MET', undefined],
    ['1980-11-24', 'NOT_MET', 'ABOVE_MAXIMUM_AGE'],
    ['2030-01-01', 'NOT_MET', 'BELOW_MINIMUM_AGE'],
  ])('of someone born on %s is %s: both bounds belong to the rule', (birthDate, outcome, reason) => {
    const judgement = judgeAge(makeFacts({ birthDate, on }), rule)
    expect(judgement.outcome).toBe(outcome)
    expect(judgement.reason).toBe(reason)
    expect(judgement.nextDesk).toBe(reason === undefined ? undefined : 'MANPOWER')
  })

  test('has no bound that the rule does not give', () => {
    expect(judgeAge(makeFacts({ birthDate: '1920-01-01', on }), makeRule({ minimumAge: 18 })).outcome).toBe('MET')
    expect(judgeAge(makeFacts({ birthDate: '2020-01-01', on }), makeRule({ maximumAge: 38 })).outcome).toBe('MET')
  })
})
