import { describe, expect, test } from '@jest/globals'
import type { Person } from '../../../../../subgraphs/kit/population/Person.ts'
import { createPopulation } from '../../../../../subgraphs/kit/population/createPopulation.ts'
import { expectBetween } from '../../../../support/expectBetween.ts'

const synthetic = createPopulation({ size: 4000, day: '2026-11-24' }).slice(8)
const placed = synthetic.filter(({ journey }) => journey !== null)
const reached = (person: Person): readonly string[] => Object.keys(person.journey?.reached ?? {})

function shareOf(among: readonly Person[], holds: (person: Person) => boolean): number {
  return among.filter(holds).length / among.length
}

describe('what is wrong with papers', () => {
  const withPassport = synthetic.filter(
    ({ journey, departures }) => journey?.reached.PASSPORT_ISSUED !== undefined || departures.length > 0,
  )
  const having = (stage: string): readonly Person[] => placed.filter((person) => reached(person).includes(stage))

  test.each([
    ['NAME_VARIANT', withPassport, 0.06],
    ['BIRTH_DATE_SWAPPED', withPassport, 0.015],
    ['BIRTH_YEAR_SHIFTED', withPassport, 0.007],
    ['PASSPORT_FROM_OTHER_PROVINCE', withPassport, 0.03],
    ['HEALTH_CERTIFICATE_EXPIRED', having('CARD_ISSUED'), 0.04],
    ['INSURANCE_ENDS_BEFORE_CONTRACT', having('INSURED'), 0.03],
    ['PLACEMENT_AGENCY_SUSPENDED', having('SELECTED'), 0.01],
    ['JOB_DIFFERS_FROM_ORDER', having('CONTRACT_SIGNED'), 0.01],
  ] as const)('%s is as frequent as in the field, and only among those who have the paper', (defect, among, rate) => {
    const share = shareOf(among, ({ defects }) => defects.includes(defect))
    expectBetween(share, rate * 0.6, rate * 1.4)
    expect(synthetic.filter(({ defects }) => defects.includes(defect)).length).toBe(Math.round(share * among.length))
  })

  test('a swapped birth date is another date', () => {
    for (const { birthDate, defects } of synthetic) {
      if (!defects.includes('BIRTH_DATE_SWAPPED')) continue
      const [, month, date] = birthDate.split('-').map(Number)
      expect(date).toBeLessThanOrEqual(12)
      expect(date).not.toBe(month)
    }
  })
})
