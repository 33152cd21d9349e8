import { describe, expect, test } from '@jest/globals'
import { getVillages } from 'idn-area-data'
import { NIK } from '../../../../../schema/scalars/NIK.ts'
import type { Person } from '../../../../../subgraphs/kit/population/Person.ts'
import { createPopulation } from '../../../../../subgraphs/kit/population/createPopulation.ts'
import { expectBetween } from '../../../../support/expectBetween.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 4000, day })
const synthetic = people.slice(8)
const placed = synthetic.filter(({ journey }) => journey !== null)
const returned = synthetic.filter(({ journey }) => journey === null)

function shareOf(among: readonly Person[], holds: (person: Person) => boolean): number {
  return among.filter(holds).length / among.length
}

const livesIn = (code: string) => (person: Person) => person.domicileCode.startsWith(`${code}.`)
const isFemale = ({ sex }: Person): boolean => sex === 'FEMALE'
const diedAbroad = ({ residentStatus }: Person): boolean => residentStatus === 'DECEASED'
const reached = (person: Person): readonly string[] => Object.keys(person.journey?.reached ?? {})

/** Who a person is, without what happened on the way. */
const identityOf = ({ journey, departures, ...identity }: Person): object => ({
  ...identity,
  hasJourney: journey !== null,
  departures: departures.length,
})

describe('the synthetic population', () => {
  test('has the personas first and then as many people as were asked for, counted through', () => {
    expect(people).toHaveLength(4008)
    expect(people[0]?.nik).toBe('5318075205999001')
    expect(people.map(({ index }) => index)).toEqual(people.map((_, place) => place))
    expect(createPopulation({ size: 0, day })).toEqual(people.slice(0, 8))
  })

  test('is the same each time, and its people are the same in a population of any size', () => {
    expect(createPopulation({ size: 4000, day })).toEqual(people)
    expect(createPopulation({ size: 120, day })).toEqual(people.slice(0, 128))
  })

  test('has the same people on any day; only the days of their way change', () => {
    const later = createPopulation({ size: 600, day: '2027-03-02' })
    expect(later.map(identityOf)).toEqual(people.slice(0, 608).map(identityOf))
    expect(later[20]?.journey?.reached).not.toEqual(people[20]?.journey?.reached)
  })
})

describe('every person', () => {
  test('has a well-formed NIK of their own, with a serial that no real person has', () => {
    expect(new Set(people.map(({ nik }) => nik)).size).toBe(people.length)
    for (const { nik } of people) {
      expect(NIK.parseValue(nik)).toBe(nik)
      expect(nik.slice(12)).toMatch(/^9\d{3}$/)
    }
  })

  test('lives in a village that exists, or in its district where the village is not known', async () => {
    const villages = new Set((await getVillages()).map(({ code }) => code))
    const districts = new Set([...villages].map((code) => code.slice(0, 8)))
    for (const { domicileCode } of people) {
      expect(domicileCode.length === 8 ? districts.has(domicileCode) : villages.has(domicileCode)).toBe(true)
    }
    expectBetween(
      shareOf(synthetic, ({ domicileCode }) => domicileCode.length === 8),
      0.01,
      0.03,
    )
  })

  test('is an adult with a name of one to four words and a family card', () => {
    for (const { fullName, birthDate, familyCardNumber, birthPlace } of people) {
      expect(fullName).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+){0,3}$/)
      expect(birthDate >= '1920-01-01' && birthDate <= '2007-12-31').toBe(true)
      expect(familyCardNumber).toMatch(/^53\d{10}9\d{3}$/)
      expect(birthPlace).not.toBe('')
    }
    expectBetween(
      shareOf(synthetic, ({ fullName }) => !fullName.includes(' ')),
      0.05,
      0.11,
    )
  })

  test('has a birth date and a sex that the NIK agrees with, but for the few whose record was corrected', () => {
    const born = ({ birthDate, sex }: Person): string => {
      const [year = '', month = '', date = ''] = birthDate.split('-')
      return `${sex === 'FEMALE' ? Number(date) + 40 : date}${month}${year.slice(2)}`
    }
    expectBetween(
      shareOf(synthetic, (person) => person.nik.slice(6, 12) !== born(person)),
      0.006,
      0.022,
    )
  })
})

describe('those who go by the procedure', () => {
  test('are three of four, and of them 92 of 100 are women', () => {
    expectBetween(
      shareOf(synthetic, ({ journey }) => journey !== null),
      0.72,
      0.78,
    )
    expectBetween(shareOf(placed, isFemale), 0.9, 0.94)
  })

  test('come from where the procedure is used: most from Sumba, hardly any from Manggarai', () => {
    expectBetween(shareOf(placed, livesIn('53.18')), 0.21, 0.27)
    expectBetween(shareOf(placed, livesIn('53.11')), 0.12, 0.17)
    expectBetween(shareOf(placed, livesIn('53.04')), 0.08, 0.12)
    expectBetween(shareOf(placed, livesIn('53.10')), 0, 0.005)
    expect(shareOf(placed, livesIn('53.20'))).toBe(0)
  })

  test('go to Malaysia above all, to households, and as adults of 21 at least', () => {
    expectBetween(
      shareOf(placed, ({ journey }) => journey?.destinationCountry === 'MY'),
      0.89,
      0.93,
    )
    expectBetween(
      shareOf(placed, ({ journey }) => journey?.destinationCountry === 'SG'),
      0.03,
      0.05,
    )
    expectBetween(
      shareOf(placed, ({ journey }) => journey?.jobGroup === 'DOMESTIC'),
      0.55,
      0.65,
    )
    const domestic = placed.filter(({ journey }) => journey?.jobGroup === 'DOMESTIC')
    for (const { birthDate, journey } of domestic) {
      const adult = `${Number(birthDate.slice(0, 4)) + 21}${birthDate.slice(4)}`
      expect(adult <= (journey?.reached.REGISTERED ?? '')).toBe(true)
      expect(journey?.employerKind).toBe('INDIVIDUAL')
    }
  })

  test('do not go to households of countries that are closed to them', () => {
    const closed = placed.filter(({ journey }) => ['QA', 'AE'].includes(journey?.destinationCountry ?? ''))
    expect(closed.length).toBeGreaterThan(0)
    expect(closed.every(({ journey }) => journey?.employerKind === 'LEGAL_ENTITY')).toBe(true)
  })

  test('are through or abroad for the most part; one of ten has given up', () => {
    expectBetween(
      shareOf(placed, (person) => reached(person).includes('CARD_ISSUED')),
      0.56,
      0.64,
    )
    expectBetween(
      shareOf(placed, (person) => reached(person).includes('DEPARTED')),
      0.43,
      0.49,
    )
    expectBetween(
      shareOf(placed, ({ journey }) => journey?.exit !== null),
      0.08,
      0.12,
    )
    expect(new Set(placed.map((person) => reached(person).at(-1))).size).toBe(14)
    expect(new Set(placed.map(({ journey }) => journey?.exit?.kind))).toEqual(
      new Set([undefined, 'FAILED', 'DEFERRED', 'WITHDRAWN']),
    )
  })

  test('reach the stages in order, on working days, and none after the day', () => {
    for (const { journey } of placed) {
      const days = Object.values(journey?.reached ?? {})
      expect(days).toEqual(days.toSorted())
      expect((days.at(-1) ?? '') <= day).toBe(true)
      expect((journey?.exit?.on ?? days.at(-1) ?? '') >= (days.at(-1) ?? '')).toBe(true)
      expect((journey?.exit?.on ?? day) <= day).toBe(true)
      expect((journey?.contract.startsAt ?? '') > (days.at(-1) ?? '')).toBe(true)
      const { DEPARTED: _departed, ...atDesks } = journey?.reached ?? {}
      for (const on of Object.values(atDesks)) expect([0, 6]).not.toContain(new Date(on).getUTCDay())
    }
  })

  test('are served by the office of their regency', () => {
    const offices = new Map([
      ['53.71', 'LTSA-53'],
      ['53.02', 'LTSA-5301'],
      ['53.14', 'LTSA-5301'],
      ['53.12', 'LTSA-5318'],
      ['53.18', 'LTSA-5318'],
      ['53.06', 'LTSA-5307'],
      ['53.13', 'LTSA-5307'],
    ])
    for (const [regency, office] of offices) {
      const served = placed.filter(livesIn(regency))
      expect(served.length).toBeGreaterThan(0)
      expect(served.every(({ journey }) => journey?.ltsaOffice === office)).toBe(true)
    }
  })

  test('have left before when they re-enter', () => {
    const again = placed.filter(({ journey }) => journey?.scheme === 'RE_ENTRY')
    expectBetween(again.length / placed.length, 0.04, 0.08)
    for (const { departures, journey } of again) {
      expect(departures).toHaveLength(1)
      expect((departures[0]?.on ?? '') < (journey?.reached.REGISTERED ?? '')).toBe(true)
    }
  })
})

describe('those who left outside the procedure', () => {
  test('come home to other regencies, as many women as men', () => {
    expectBetween(shareOf(returned, livesIn('53.06')), 0.26, 0.34)
    expectBetween(shareOf(returned, livesIn('53.18')), 0.02, 0.06)
    expectBetween(
      shareOf(
        returned.filter((person) => !diedAbroad(person)),
        isFemale,
      ),
      0.47,
      0.55,
    )
  })

  test('have died more often, men three times of four', () => {
    expectBetween(shareOf(returned, diedAbroad), 0.06, 0.1)
    expectBetween(shareOf(returned.filter(diedAbroad), isFemale), 0.12, 0.4)
  })

  test('left from 1980 to 2025, sixteen years old at least, to Malaysia nearly always', () => {
    for (const { departures, birthDate } of returned) {
      const days = departures.map(({ on }) => on)
      expect(days).toEqual(days.toSorted())
      expect((days[0] ?? '') >= '1980-01-01' && (days.at(-1) ?? '') <= '2025-12-31').toBe(true)
      expect(Number(days[0]?.slice(0, 4)) - Number(birthDate.slice(0, 4))).toBeGreaterThanOrEqual(16)
    }
    const departures = returned.flatMap((person) => person.departures)
    expect(departures.length).toBeGreaterThan(returned.length)
    expectBetween(
      departures.filter(({ destinationCountry }) => destinationCountry === 'MY').length / departures.length,
      0.96,
      1,
    )
  })
})

describe('retired district codes', () => {
  const retired = {
    '53.21': /^5304(0[6-9]|1[014569]|20)/,
    '53.16': /^5309(0[3458]|1[0137])/,
    '53.19': /^5310(0[24789]|10)/,
    '53.15': /^5310(0[24789]|10)/,
    '53.17': /^5312(0[1-35-9]|1[3467])/,
    '53.18': /^5312(0[1-35-9]|1[3467])/,
    '53.14': /^5301(0[1-3]|1[45]|29)/,
  }

  test('are in the NIK of half of those whose regency was split off', () => {
    const split = synthetic.filter(({ domicileCode }) => domicileCode.slice(0, 5) in retired)
    const carriers = split.filter(({ domicileCode, nik }) =>
      Object.entries(retired).some(([regency, form]) => domicileCode.startsWith(`${regency}.`) && form.test(nik)),
    )
    expectBetween(carriers.length / split.length, 0.44, 0.56)
  })
})

describe('the cases that there is one of', () => {
  test('two people share a passport number, and both have a passport', () => {
    const sharing = people.filter(({ defects }) => defects.includes('PASSPORT_NUMBER_SHARED'))
    expect(sharing).toHaveLength(2)
    expect(sharing.every(({ journey }) => journey?.reached.PASSPORT_ISSUED !== undefined)).toBe(true)
  })

  test('two NIKs of deceased people are used for a journey: a persona and one more', () => {
    const used = people.filter((person) => diedAbroad(person) && person.journey !== null)
    expect(used.map(({ index }) => index < 8)).toEqual([true, false])
  })

  test('one recruiter has more than twenty people of one village registered within a month', () => {
    const cluster = people.filter(({ defects }) => defects.includes('RECRUITER_CLUSTER'))
    const registered = cluster.map(({ journey }) => Date.parse(journey?.reached.REGISTERED ?? ''))
    expect(cluster.length).toBeGreaterThan(20)
    expect(new Set(cluster.map(({ domicileCode }) => domicileCode)).size).toBe(1)
    expect(Math.max(...registered) - Math.min(...registered)).toBeLessThan(30 * 86_400_000)
    expect(new Set(cluster.map(({ journey }) => journey?.jobGroup))).toEqual(new Set(['DOMESTIC']))
  })
})
