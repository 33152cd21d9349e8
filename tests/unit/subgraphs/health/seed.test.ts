import { beforeAll, describe, expect, test } from '@jest/globals'
import { seed } from '../../../../subgraphs/health/seed.ts'
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
let rows: readonly InsertedRow[]

beforeAll(async () => {
  await seed({ database, people, day })
  rows = rowsOf('health_examination')
})

const examinedOn = ({ journey }: Person): string | undefined => journey?.reached.EXAMINED
const isExpired = ({ defects }: Person): boolean => defects.includes('HEALTH_CERTIFICATE_EXPIRED')
const examinationsOf = ({ nik }: Person): readonly InsertedRow[] => rows.filter((row) => row['nik'] === nik)
const refuses = (row: InsertedRow): boolean =>
  [row['physical'], row['psychological']].some((conclusion) => conclusion === 'UNFIT' || conclusion === 'DEFERRED')

describe('the records of the health facilities', () => {
  test('are the same each time and however many people are seeded at once', async () => {
    const again = recordInserts()
    for (const person of people) await seed({ database: again.database, people: [person], day })
    expect(again.rowsOf('health_examination')).toEqual(rows)
  })

  test('hold an examination of the day on which the journey came to it', () => {
    const examined = people.filter((person) => examinedOn(person) !== undefined && !isExpired(person))
    expect(examined.length).toBeGreaterThan(1000)
    for (const person of examined) {
      expect(examinationsOf(person)[0]).toMatchObject({
        examined_at: examinedOn(person),
        destination_country: person.journey?.destinationCountry,
      })
    }
  })

  test('hold nothing of people whom no placement ever saw', () => {
    for (const person of people.filter(({ journey }) => journey === null)) expect(examinationsOf(person)).toEqual([])
  })

  test('have certificates of three months', () => {
    for (const row of rows) expect(row['expires_at']).toBe(addDays(addMonths(String(row['examined_at']), 3), -1))
  })

  test('have certificates that expired before they were needed, where they shall', () => {
    const expired = people.filter(isExpired)
    expect(expired.length).toBeGreaterThan(10)
    for (const person of expired) {
      const needed = person.journey?.reached.CARD_ISSUED ?? day
      expect(String(examinationsOf(person)[0]?.['expires_at']) < needed).toBe(true)
    }
  })

  test('refuse work only to people whose journey failed or was put off there', () => {
    const refused = people.filter((person) => examinationsOf(person).some(refuses))
    expectBetween(refused.length, 5, 100)
    for (const { journey } of refused) {
      expect(['FAILED', 'DEFERRED']).toContain(journey?.exit?.kind)
      expect(journey?.reached.COMPETENT).toBeUndefined()
    }
    const conclusions = new Set(rows.flatMap((row) => [row['physical'], row['psychological']]))
    expect(conclusions).toEqual(new Set(['FIT', 'FIT_WITH_NOTE', 'UNFIT', 'DEFERRED']))
  })

  test('have a few void certificates, of men and women, on a day after the examination', () => {
    const voided = people.filter((person) => examinationsOf(person).some((row) => row['voided_at'] !== null))
    expectBetween(voided.length, 5, 100)
    for (const person of voided) {
      const [row] = examinationsOf(person)
      expect(String(row?.['voided_at']) >= String(row?.['examined_at'])).toBe(true)
      expect(person.journey?.reached.CONTRACT_SIGNED).toBeUndefined()
    }
  })

  test('say nothing of a diagnosis', () => {
    const columns = [
      'nik',
      'facility_code',
      'certificate_number',
      'examined_at',
      'expires_at',
      'physical',
      'psychological',
    ]
    for (const row of rows)
      expect(Object.keys(row).toSorted()).toEqual([...columns, 'voided_at', 'destination_country'].toSorted())
  })

  test('have certificates whose numbers are unique within the facility', () => {
    expect(
      new Set(rows.map((row) => `${String(row['facility_code'])} ${String(row['certificate_number'])}`)).size,
    ).toBe(rows.length)
  })

  test('come from a facility near home since there is one there, and from Kupang before', () => {
    const facilitiesOf = (regencies: readonly string[], from: string): readonly unknown[] => {
      const locals = people.filter(({ domicileCode }) => regencies.includes(domicileCode.slice(0, 5)))
      const examined = locals.flatMap(examinationsOf).filter((row) => String(row['examined_at']) >= from)
      return [...new Set(examined.map((row) => String(row['facility_code'])))].toSorted()
    }
    expect(facilitiesOf(['53.11', '53.12', '53.17', '53.18'], '2021-10-01')).toEqual(['TAMBOLAKA'])
    expect(facilitiesOf(['53.07', '53.06'], '2019-03-14')).toEqual(['MAUMERE'])
    expect(facilitiesOf(['53.03', '53.04', '53.21'], '2024-09-01')).toEqual(['KUPANG-1', 'KUPANG-2'])
    expect(facilitiesOf(['53.01', '53.02', '53.71', '53.14'], '1980-01-01')).toEqual(['KUPANG-1', 'KUPANG-2'])
    expect(new Set(rows.map((row) => row['facility_code']))).toEqual(
      new Set(['KUPANG-1', 'KUPANG-2', 'MAUMERE', 'TAMBOLAKA', 'ATAMBUA']),
    )
  })

  test('hold an earlier examination of people who leave again', () => {
    const again = people.filter((person) => person.journey?.scheme === 'RE_ENTRY' && examinedOn(person) !== undefined)
    expect(again.length).toBeGreaterThan(10)
    for (const person of again) expect(examinationsOf(person)).toHaveLength(1 + person.departures.length)
  })
})

describe('the personas', () => {
  test('are fit to work on the day of seeding, but for number 3, whose certificate has expired', () => {
    for (const [place, person] of people.slice(0, 8).entries()) {
      const examinations = examinationsOf(person)
      expect(examinations).toHaveLength(person.journey === null ? 0 : 1)
      expect(examinations.filter((row) => row['voided_at'] !== null || refuses(row))).toEqual([])
      const expired = examinations.filter((row) => String(row['expires_at']) < day)
      expect(expired).toHaveLength(place === 2 ? 1 : 0)
    }
  })
})
