import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { RequirementRule, RuleCase } from '../../../../../subgraphs/placement/rules/RequirementRule.ts'
import { chooseRule } from '../../../../../subgraphs/placement/rules/chooseRule.ts'
import { days } from '../support/days.ts'
import { makeRule } from '../support/makeRule.ts'

const on = '2026-11-24'
const domesticInMalaysia: RuleCase = {
  destinationCountry: 'MY',
  jobGroup: 'DOMESTIC',
  employerKind: 'INDIVIDUAL',
  scheme: 'P_TO_P',
}
const unknown: RuleCase = { destinationCountry: null, jobGroup: null, employerKind: null, scheme: null }

const general = makeRule({ legalBasis: 'general' })
const byScheme = makeRule({ scheme: 'P_TO_P', legalBasis: 'scheme' })
const byEmployer = makeRule({ employerKind: 'INDIVIDUAL', legalBasis: 'employer' })
const byJob = makeRule({ jobGroup: 'DOMESTIC', legalBasis: 'job' })
const byDestination = makeRule({ destinationCountry: 'MY', legalBasis: 'destination' })
const byLesserThree = makeRule({
  jobGroup: 'DOMESTIC',
  employerKind: 'INDIVIDUAL',
  scheme: 'P_TO_P',
  legalBasis: 'job, employer and scheme',
})

describe('the order of rules', () => {
  test.each([
    [byScheme, general],
    [byEmployer, byScheme],
    [byJob, byEmployer],
    [byDestination, byJob],
    [byDestination, byLesserThree],
    [byLesserThree, byJob],
    [makeRule({ destinationCountry: 'MY', scheme: 'P_TO_P', legalBasis: 'destination and scheme' }), byDestination],
    [
      makeRule({ destinationCountry: 'MY', jobGroup: 'DOMESTIC', legalBasis: 'destination and job' }),
      makeRule({ destinationCountry: 'MY', employerKind: 'INDIVIDUAL', legalBasis: 'destination and employer' }),
    ],
  ])('$legalBasis comes before what names less', (closer, wider) => {
    expect(chooseRule([closer, wider], domesticInMalaysia, on)).toBe(closer)
    expect(chooseRule([wider, closer], domesticInMalaysia, on)).toBe(closer)
  })

  test('what a rule names must be so: another country, or none that is known, does not fit', () => {
    expect(chooseRule([byDestination, general], { ...domesticInMalaysia, destinationCountry: 'HK' }, on)).toBe(general)
    expect(chooseRule([byDestination, byJob, byScheme, general], unknown, on)).toBe(general)
    expect(chooseRule([byDestination], unknown, on)).toBeNull()
  })

  test('between rules that name the same, the later one decides', () => {
    const later = makeRule({ validFrom: '2025-01-01' })
    expect(chooseRule([general, later], domesticInMalaysia, on)).toBe(later)
    expect(chooseRule([later, general], domesticInMalaysia, '2024-12-31')).toBe(general)
  })
})

describe('the days of rules', () => {
  const old = makeRule({ validFrom: '2004-10-18', validTo: '2017-11-21', legalBasis: 'UU 39/2004' })
  const current = makeRule({ validFrom: '2017-11-22', legalBasis: 'UU 18/2017' })

  test.each([
    ['2004-10-17', undefined],
    ['2004-10-18', 'UU 39/2004'],
    ['2017-11-21', 'UU 39/2004'],
    ['2017-11-22', 'UU 18/2017'],
    ['2099-01-01', 'UU 18/2017'],
  ])('on %s the law is %s', (day, legalBasis) => {
    expect(chooseRule([old, current], unknown, day)?.legalBasis).toBe(legalBasis)
  })

  test('a rule that names the case more closely counts only while it is in force', () => {
    const ended = { ...byDestination, validTo: '2026-11-23' }
    expect(chooseRule([ended, general], domesticInMalaysia, '2026-11-23')).toBe(ended)
    expect(chooseRule([ended, general], domesticInMalaysia, on)).toBe(general)
  })
})

test('whatever the rules and their order, the one chosen fits, and the same one is chosen', () => {
  const rules: fc.Arbitrary<RequirementRule> = fc
    .record({
      destinationCountry: fc.constantFrom('MY', 'HK', null),
      jobGroup: fc.constantFrom('DOMESTIC' as const, 'PLANTATION' as const, null),
      employerKind: fc.constantFrom('INDIVIDUAL' as const, null),
      scheme: fc.constantFrom('P_TO_P' as const, null),
      validFrom: days,
      validTo: fc.option(days),
    })
    .map(makeRule)
  const keyOf = (rule: RequirementRule): string => JSON.stringify(rule)
  fc.assert(
    fc.property(fc.uniqueArray(rules, { selector: keyOf, maxLength: 12 }), days, (all, day) => {
      const chosen = chooseRule(all, domesticInMalaysia, day)
      const fitting = all.filter(
        (rule) =>
          ['MY', null].includes(rule.destinationCountry) &&
          rule.jobGroup !== 'PLANTATION' &&
          rule.validFrom <= day &&
          (rule.validTo ?? day) >= day,
      )
      expect(chosen === null).toBe(fitting.length === 0)
      expect(chosen === null || fitting.includes(chosen)).toBe(true)
      const again = chooseRule(all.toReversed(), domesticInMalaysia, day)
      expect(again?.validFrom).toBe(chosen?.validFrom)
      expect(again?.destinationCountry).toBe(chosen?.destinationCountry)
    }),
  )
})
