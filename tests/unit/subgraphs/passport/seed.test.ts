import { beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '../../../../subgraphs/kit/calendar/addDays.ts'
import { addMonths } from '../../../../subgraphs/kit/calendar/addMonths.ts'
import type { Defect, Person } from '../../../../subgraphs/kit/population/Person.ts'
import { createPopulation } from '../../../../subgraphs/kit/population/createPopulation.ts'
import { varyName } from '../../../../subgraphs/kit/population/varyName.ts'
import { seed } from '../../../../subgraphs/passport/seed.ts'
import { recordInserts } from '../../../support/recordInserts.ts'
import type { InsertedRow } from '../../../support/recordInserts.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 3000, day })
const { database, rowsOf } = recordInserts()
let passports: ReadonlyMap<unknown, InsertedRow>
let applications: readonly InsertedRow[]

beforeAll(async () => {
  await seed({ database, people, day })
  passports = new Map(rowsOf('passport').map((row) => [row['nik'], row]))
  applications = rowsOf('passport_application')
})

const having = (defect: Defect): readonly Person[] => people.filter(({ defects }) => defects.includes(defect))
const passportOf = ({ nik }: Person): InsertedRow | undefined => passports.get(nik)
const issuedOn = ({ journey }: Person): string | undefined => journey?.reached.PASSPORT_ISSUED
const applicationsOf = ({ nik }: Person): readonly InsertedRow[] => applications.filter((row) => row['nik'] === nik)

describe('the records of immigration', () => {
  test('are the same each time and however many people are seeded at once', async () => {
    const again = recordInserts()
    for (let start = 0; start < people.length; start += 250) {
      await seed({ database: again.database, people: people.slice(start, start + 250), day })
    }
    for (const table of ['passport', 'passport_application', 'border_departure']) {
      expect(again.rowsOf(table)).toEqual(rowsOf(table))
    }
  })

  test('hold a passport from the day on which the journey got it', () => {
    const holders = people.filter((person) => issuedOn(person) !== undefined)
    expect(holders.length).toBeGreaterThan(1000)
    for (const person of holders) {
      expect(passportOf(person)).toMatchObject({ nik: person.nik, issued_at: issuedOn(person), status: 'IN_FORCE' })
    }
  })

  test('hold an old passport of people who left before, and none of people who never had one', () => {
    for (const person of people.filter(
      (one) => issuedOn(one) === undefined && !one.defects.includes('PASSPORT_MISSING'),
    )) {
      const issued = passportOf(person)?.['issued_at'] ?? null
      expect(issued !== null).toBe(person.departures.length > 0)
      expect(String(issued ?? '1980-01-01') < addDays(day, -399)).toBe(true)
    }
  })

  test('have terms of five or ten years', () => {
    for (const row of passports.values()) {
      const issued = String(row['issued_at'])
      const ends = [5, 10].map((years) => addDays(addMonths(issued, years * 12), -1))
      expect(ends).toContain(row['expires_at'])
    }
  })

  test('have a name and birth date that differ where they shall, and nowhere else', () => {
    for (const person of people) {
      const row = passportOf(person)
      if (row === undefined) continue
      const { fullName, birthDate, defects } = person
      expect(row['holder_name']).toBe(defects.includes('NAME_VARIANT') ? varyName(fullName) : fullName)
      const differs = defects.includes('BIRTH_DATE_SWAPPED') || defects.includes('BIRTH_YEAR_SHIFTED')
      expect(row['holder_birth_date'] !== birthDate).toBe(differs)
    }
    expect(having('NAME_VARIANT').length).toBeGreaterThan(0)
    expect(having('BIRTH_YEAR_SHIFTED').length).toBeGreaterThan(0)
  })

  test('swap day and month of a birth date into another day of the same year', () => {
    for (const person of having('BIRTH_DATE_SWAPPED')) {
      const [year, month, date] = person.birthDate.split('-')
      expect(passportOf(person)?.['holder_birth_date']).toBe(`${year}-${date}-${month}`)
    }
  })

  test('give one number to two people, once', () => {
    const numbers = having('PASSPORT_NUMBER_SHARED').map((person) => passportOf(person)?.['number'])
    expect(numbers).toHaveLength(2)
    expect(new Set(numbers).size).toBe(1)
    expect(new Set([...passports.values()].map((row) => row['number'])).size).toBe(passports.size - 1)
  })

  test('come from the office of the home, or from another province where they shall', () => {
    for (const person of having('PASSPORT_FROM_OTHER_PROVINCE'))
      expect(passportOf(person)?.['office_code']).toBe('SURABAYA')
    const officeOf = (domicile: string): unknown => {
      const neighbour = people.find(
        (person) =>
          person.domicileCode.startsWith(domicile) &&
          passportOf(person)?.['office_code'] !== 'SURABAYA' &&
          passportOf(person) !== undefined,
      )
      return neighbour === undefined ? undefined : passportOf(neighbour)?.['office_code']
    }
    expect(['53.18', '53.21', '53.07', '53.71', '53.06'].map(officeOf)).toEqual([
      'KUPANG',
      'ATAMBUA',
      'MAUMERE',
      'KUPANG',
      'MAUMERE',
    ])
  })

  test('hold an open application of everybody who was recommended and has no passport for it yet', () => {
    const waiting = people.filter(
      (person) => person.journey?.reached.RECOMMENDED !== undefined && issuedOn(person) === undefined,
    )
    expect(waiting.length).toBeGreaterThan(30)
    for (const person of waiting) {
      const open = applicationsOf(person).filter((row) => row['status'] !== 'ISSUED')
      expect(open).toHaveLength(1)
      expect(open[0]?.['recommendation_number']).toMatch(/^REK\/\d+\/\d{4}$/)
    }
  })

  test('give a reason with a rejection alone', () => {
    for (const row of applications) expect(row['rejection_reason'] !== null).toBe(row['status'] === 'REJECTED')
    expect(applications.some((row) => row['status'] === 'REJECTED')).toBe(true)
  })

  test('give the recommendation with the passport of the journey, not with an older one', () => {
    const granted = people.filter((person) => applicationsOf(person).some((row) => row['status'] === 'ISSUED'))
    expect(granted.length).toBeGreaterThan(1000)
    for (const person of granted) {
      const application = applicationsOf(person).find((row) => row['status'] === 'ISSUED')
      expect(application?.['recommendation_number'] !== null).toBe(issuedOn(person) !== undefined)
    }
  })

  test('hold every departure, of the journey and before it', () => {
    const departures = rowsOf('border_departure')
    const expected = people.reduce(
      (count, { journey, departures: before }) =>
        count + before.length + (journey?.reached.DEPARTED === undefined ? 0 : 1),
      0,
    )
    expect(departures).toHaveLength(expected)
    for (const row of departures) expect(row['at']).toMatch(/^\d{4}-\d\d-\d\dT04:00:00Z$/)
  })
})

describe('the personas', () => {
  const persona = (number: number): InsertedRow | undefined => {
    const person = people[number - 1]
    return person === undefined ? undefined : passportOf(person)
  }

  test('have passports in force, but for the one who has none yet', () => {
    for (const number of [1, 3, 4, 5, 6, 7, 8]) expect(persona(number)?.['status']).toBe('IN_FORCE')
    expect(persona(2)).toBeUndefined()
  })

  test('number 5 has a passport with a name written another way', () => {
    expect(persona(5)?.['holder_name']).toBe('Fransiskus K. MoanLering')
  })
})
