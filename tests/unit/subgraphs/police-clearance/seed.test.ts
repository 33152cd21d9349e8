import { beforeAll, describe, expect, test } from '@jest/globals'
import { addDays } from '../../../../subgraphs/kit/calendar/addDays.ts'
import { addMonths } from '../../../../subgraphs/kit/calendar/addMonths.ts'
import type { Person } from '../../../../subgraphs/kit/population/Person.ts'
import { createPopulation } from '../../../../subgraphs/kit/population/createPopulation.ts'
import { seed } from '../../../../subgraphs/police-clearance/seed.ts'
import { expectBetween } from '../../../support/expectBetween.ts'
import { recordInserts } from '../../../support/recordInserts.ts'
import type { InsertedRow } from '../../../support/recordInserts.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 3000, day })
const { database, rowsOf } = recordInserts()
let rows: readonly InsertedRow[]

beforeAll(async () => {
  await seed({ database, people, day })
  rows = rowsOf('police_clearance')
})

const clearedOn = ({ journey }: Person): string | undefined => journey?.reached.POLICE_CLEARED
const clearancesOf = ({ nik }: Person): readonly InsertedRow[] => rows.filter((row) => row['nik'] === nik)
const statusesOf = (among: readonly Person[]): readonly unknown[] =>
  among.flatMap((person) => clearancesOf(person).map((row) => row['status']))

describe('the records of the police', () => {
  test('are the same each time and however many people are seeded at once', async () => {
    const again = recordInserts()
    for (const person of people) await seed({ database: again.database, people: [person], day })
    expect(again.rowsOf('police_clearance')).toEqual(rows)
  })

  test('hold a clearance from the day on which the journey got it', () => {
    const cleared = people.filter((person) => clearedOn(person) !== undefined)
    expect(cleared.length).toBeGreaterThan(1000)
    for (const person of cleared) {
      expect(clearancesOf(person).some((row) => row['issued_at'] === clearedOn(person))).toBe(true)
    }
  })

  test('hold nothing of people who did not come that far, but for a few refusals', () => {
    const others = people.filter((person) => clearedOn(person) === undefined)
    const statuses = statusesOf(others)
    expect(new Set(statuses)).toEqual(new Set(['NOT_ISSUED']))
    expectBetween(statuses.length, 1, 30)
    for (const person of others.filter((one) => clearancesOf(one).length > 0)) {
      expect(person.journey?.exit).toMatchObject({ kind: 'FAILED' })
    }
    expect(statusesOf(people.filter(({ journey }) => journey === null))).toEqual([])
  })

  test('are revoked now and then, and only where the journey ended', () => {
    expectBetween(rows.filter((row) => row['status'] === 'REVOKED').length, 1, 30)
    expect(statusesOf(people.filter(({ journey }) => journey?.exit === null))).not.toContain('REVOKED')
  })

  test('are valid for six months', () => {
    for (const row of rows) expect(row['expires_at']).toBe(addDays(addMonths(String(row['issued_at']), 6), -1))
  })

  test('rarely say that there is a record, unless it was why nothing was issued', () => {
    const issued = rows.filter((row) => row['status'] === 'ISSUED')
    const recorded = issued.filter((row) => row['has_record'] === true)
    expectBetween(recorded.length, 1, issued.length / 100)
    const refused = rows.filter((row) => row['status'] === 'NOT_ISSUED')
    expect(refused.some((row) => row['has_record'] === true)).toBe(true)
  })

  test('hold an earlier clearance of people who leave again', () => {
    const again = people.filter((person) => person.journey?.scheme === 'RE_ENTRY' && clearedOn(person) !== undefined)
    expect(again.length).toBeGreaterThan(10)
    for (const person of again) {
      expect(clearancesOf(person)).toHaveLength(1 + person.departures.length)
      for (const { on } of person.departures) {
        expect(clearancesOf(person).some((row) => String(row['issued_at']) < on)).toBe(true)
      }
    }
  })

  test('have numbers of their own', () => {
    expect(new Set(rows.map((row) => row['number'])).size).toBe(rows.length)
    for (const row of rows)
      expect(row['number']).toMatch(/^SKCK\/YANMAS\/\d{4,}\/[IVX]+\/YAN\.2\.3\.\/\d{4}\/INTELKAM$/)
  })

  test('come from the police of the home, the province or the headquarters', () => {
    for (const person of people) {
      const own = `POLRES-${person.domicileCode.slice(0, 5).replace('.', '')}`
      for (const row of clearancesOf(person)) expect([own, 'POLDA-53', 'MABES']).toContain(row['unit_code'])
    }
    expect(new Set(rows.map((row) => row['unit_code'])).size).toBeGreaterThan(15)
  })

  test('of someone who lives outside the province come from the headquarters', async () => {
    const elsewhere = recordInserts()
    const [person] = people
    if (person === undefined) throw new Error('There is no first person.')
    await seed({ database: elsewhere.database, people: [{ ...person, domicileCode: '35.78.01.1001' }], day })
    expect(elsewhere.rowsOf('police_clearance')).toMatchObject([{ unit_code: 'MABES' }])
  })
})

describe('the personas', () => {
  test('with a journey have one clearance, in force and without a record', () => {
    for (const person of people.slice(0, 8)) {
      const states = clearancesOf(person).map(({ status, has_record: hasRecord }) => ({ status, hasRecord }))
      expect(states).toEqual(person.journey === null ? [] : [{ status: 'ISSUED', hasRecord: false }])
    }
  })
})
