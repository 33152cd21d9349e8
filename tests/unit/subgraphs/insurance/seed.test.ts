import { beforeAll, describe, expect, test } from '@jest/globals'
import { coversEveryDay } from '../../../../subgraphs/insurance/rules/coversEveryDay.ts'
import { seed } from '../../../../subgraphs/insurance/seed.ts'
import { addDays } from '../../../../subgraphs/kit/calendar/addDays.ts'
import { addMonths } from '../../../../subgraphs/kit/calendar/addMonths.ts'
import type { Person } from '../../../../subgraphs/kit/population/Person.ts'
import { createPopulation } from '../../../../subgraphs/kit/population/createPopulation.ts'
import { expectBetween } from '../../../support/expectBetween.ts'
import { recordInserts } from '../../../support/recordInserts.ts'
import type { InsertedRow } from '../../../support/recordInserts.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 3000, day })
const { database, rowsOf } = recordInserts()
let memberships: readonly InsertedRow[]
let periods: readonly InsertedRow[]

beforeAll(async () => {
  await seed({ database, people, day })
  memberships = rowsOf('insurance_membership')
  periods = rowsOf('insurance_period')
})

const insuredOn = ({ journey }: Person): string | undefined => journey?.reached.INSURED
const membershipsOf = ({ nik }: Person): readonly InsertedRow[] => memberships.filter((row) => row['nik'] === nik)

/** The terms of the membership that belongs to the journey. */
function termsOf(person: Person): readonly InsertedRow[] {
  const current = membershipsOf(person).find((row) => row['registered_at'] === insuredOn(person))
  return periods.filter((row) => row['kpj'] === current?.['kpj'])
}

const duringWork = (person: Person): InsertedRow | undefined =>
  termsOf(person).find((row) => row['phase'] === 'DURING_WORK')

function covers(person: Person, from: string, to: string): boolean {
  const terms = termsOf(person).map((row) => ({
    startsAt: String(row['starts_at']),
    endsAt: String(row['ends_at']),
    paidAt: row['paid_at'] === null ? null : String(row['paid_at']),
  }))
  return coversEveryDay(terms, { from, to })
}

const contractEnd = ({ startsAt, months }: { startsAt: string; months: number }): string =>
  addDays(addMonths(startsAt, months), -1)

describe('the records of the social security', () => {
  test('are the same each time and however many people are seeded at once', async () => {
    const again = recordInserts()
    for (const person of people) await seed({ database: again.database, people: [person], day })
    expect(again.rowsOf('insurance_membership')).toEqual(memberships)
    expect(again.rowsOf('insurance_period')).toEqual(periods)
  })

  test('hold a membership from the day on which the journey got it, and of nobody else', () => {
    for (const person of people) {
      const isMember = membershipsOf(person).some((row) => row['registered_at'] === insuredOn(person))
      expect(isMember).toBe(insuredOn(person) !== undefined)
      expect(membershipsOf(person).length > 0).toBe(isMember)
    }
  })

  test('number every membership with eleven digits of its own', () => {
    for (const row of memberships) expect(row['kpj']).toMatch(/^9\d{10}$/)
    expect(new Set(memberships.map((row) => row['kpj'])).size).toBe(memberships.length)
  })

  test('cover the time before work, paid at once, without a gap to the work itself', () => {
    for (const person of people.filter((one) => insuredOn(one) !== undefined)) {
      const [before] = termsOf(person)
      expect(before).toMatchObject({
        phase: 'BEFORE_WORK',
        starts_at: insuredOn(person),
        ends_at: addDays(person.journey?.contract.startsAt ?? '', -1),
        contribution: 37_500,
        paid_at: insuredOn(person),
      })
    }
  })

  test('cover a signed contract to its end, but where they shall not', () => {
    const signed = people.filter(({ journey }) => journey?.reached.CONTRACT_SIGNED !== undefined)
    expect(signed.length).toBeGreaterThan(1000)
    for (const person of signed) {
      const { contract } = person.journey ?? { contract: { startsAt: day, months: 0 } }
      const isShort = person.defects.includes('INSURANCE_ENDS_BEFORE_CONTRACT')
      expect(covers(person, insuredOn(person) ?? '', contractEnd(contract))).toBe(!isShort)
      expect(covers(person, contract.startsAt, addMonths(contract.startsAt, 1))).toBe(true)
    }
    expect(signed.some(({ defects }) => defects.includes('INSURANCE_ENDS_BEFORE_CONTRACT'))).toBe(true)
  })

  test('are unpaid for the work of people who have no contract yet, unless they pay for themselves', () => {
    const waiting = people.filter(
      ({ journey }) => journey?.reached.INSURED !== undefined && journey.reached.CONTRACT_SIGNED === undefined,
    )
    const underWay = waiting.filter(({ journey }) => journey?.exit === null)
    expect(underWay.length).toBeGreaterThan(20)
    for (const person of underWay) {
      expect(duringWork(person)?.['paid_at'] !== null).toBe(person.journey?.scheme === 'INDEPENDENT')
    }
    for (const person of waiting.filter(({ journey }) => journey?.exit !== null))
      expect(duringWork(person)).toBeUndefined()
  })

  test.each([
    [12, 189_000],
    [24, 332_500],
    [36, 494_500],
  ])('cost for %p months of work %p rupiah', (months, rupiah) => {
    const basic = people.filter(
      (person) =>
        person.journey?.contract.months === months &&
        !person.defects.includes('INSURANCE_ENDS_BEFORE_CONTRACT') &&
        duringWork(person)?.['programmes'] !== undefined &&
        !JSON.stringify(duringWork(person)).includes('OLD_AGE'),
    )
    expect(basic.length).toBeGreaterThan(10)
    for (const person of basic) expect(duringWork(person)?.['contribution']).toBe(rupiah)
  })

  test('cover accident and death always, old age for a few who save', () => {
    const saving = periods.filter((row) => JSON.stringify(row['programmes']).includes('OLD_AGE'))
    expectBetween(saving.length / memberships.length, 0.03, 0.1)
    for (const row of periods) expect(row['programmes']).toEqual(expect.arrayContaining(['WORK_ACCIDENT', 'DEATH']))
  })

  test('hold an earlier membership of people who leave again', () => {
    const again = people.filter((person) => person.journey?.scheme === 'RE_ENTRY' && insuredOn(person) !== undefined)
    expect(again.length).toBeGreaterThan(10)
    for (const person of again) {
      expect(membershipsOf(person)).toHaveLength(1 + person.departures.length)
    }
  })

  test('leave out the time before work of someone whose work has begun', async () => {
    const late = recordInserts()
    const [person] = people
    if (person === undefined || person.journey === null) throw new Error('The first persona has a journey.')
    const contract = { ...person.journey.contract, startsAt: insuredOn(person) ?? '' }
    await seed({ database: late.database, people: [{ ...person, journey: { ...person.journey, contract } }], day })
    expect(late.rowsOf('insurance_period').map((row) => row['phase'])).toEqual(['DURING_WORK'])
  })
})

describe('the personas', () => {
  test('are covered until the contract ends, but for number 6', () => {
    for (const [place, person] of people.slice(0, 8).entries()) {
      const contract = person.journey?.contract ?? { startsAt: day, months: 24 }
      const isMember = person.journey !== null
      expect(membershipsOf(person)).toHaveLength(isMember ? 1 : 0)
      expect(covers(person, day, contractEnd(contract))).toBe(isMember && place !== 5)
      expect(covers(person, day, addDays(addMonths(contract.startsAt, 12), -1))).toBe(isMember)
    }
  })
})
