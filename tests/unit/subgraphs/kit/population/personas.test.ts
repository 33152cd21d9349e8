import { describe, expect, test } from '@jest/globals'
import { createCalendar } from '../../../../../subgraphs/kit/population/createCalendar.ts'
import { personas } from '../../../../../subgraphs/kit/population/personas.ts'
import { varyName } from '../../../../../subgraphs/kit/population/varyName.ts'

const day = '2026-11-24'
const eight = personas(createCalendar(day))
const dated = eight.flatMap(({ journey }) => (journey === null ? [] : [journey]))
const nextMonth = '2026-12-24'

describe('the eight personas', () => {
  test('are the people of the table', () => {
    expect(eight.map(({ nik, sex, birthDate }) => [nik, sex, birthDate])).toEqual([
      ['5318075205999001', 'FEMALE', '1999-05-12'],
      ['5306030301019002', 'MALE', '2001-01-03'],
      ['5304085708909003', 'FEMALE', '1990-08-17'],
      ['5371045511079004', 'FEMALE', '2007-11-15'],
      ['5307052203959005', 'MALE', '1995-03-22'],
      ['5302016009889006', 'FEMALE', '1988-09-20'],
      ['5321051412859007', 'MALE', '1985-12-14'],
      ['5301064101789008', 'FEMALE', '1978-01-01'],
    ])
  })

  test('live where the table says', () => {
    expect(eight.map(({ domicileCode }) => domicileCode.slice(0, 8))).toEqual([
      '53.18.07', // Kodi
      '53.06.03', // Larantuka
      '53.21.01', // in Malaka, with a NIK of Belu
      '53.71.04', // in Kota Kupang
      '53.07.05', // Alok
      '53.02.01', // Soe
      '53.21.05', // Rinhat
      '53.01.06', // Kupang Timur
    ])
  })

  test('have one thing wrong each, or nothing', () => {
    expect(eight.map(({ defects }) => defects)).toEqual([
      [],
      ['PASSPORT_MISSING'],
      ['HEALTH_CERTIFICATE_EXPIRED'],
      [],
      ['NAME_VARIANT'],
      ['INSURANCE_ENDS_BEFORE_CONTRACT'],
      [],
      [],
    ])
    expect(eight.map(({ residentStatus }) => residentStatus).lastIndexOf('DECEASED')).toBe(7)
    expect(eight.filter(({ residentStatus }) => residentStatus === 'ACTIVE')).toHaveLength(7)
    expect(eight.map(({ maritalStatus }) => maritalStatus)).not.toContain('MARRIED_UNREGISTERED')
  })

  test('the fifth has a name of four words, so that the passport can write it another way', () => {
    expect(eight[4]?.fullName.split(' ')).toHaveLength(4)
    expect(varyName(eight[4]?.fullName ?? '')).toBe('Fransiskus K. MoanLering')
  })

  test('the seventh has no journey, and left in earlier years', () => {
    expect(eight.map(({ journey }) => journey === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
    ])
    expect(eight[6]?.departures.map(({ on }) => on)).toEqual(['2009-06-18', '2017-02-27'])
    expect(eight.flatMap(({ departures }) => departures)).toHaveLength(2)
  })
})

describe('the journeys of the personas', () => {
  test('lead to Malaysia, but for persona 8: men to a plantation, women to a household', () => {
    for (const { index, sex, journey } of eight.filter((person) => person.journey !== null)) {
      expect(journey).toMatchObject({ scheme: 'P_TO_P', destinationCountry: index === 7 ? 'SG' : 'MY', exit: null })
      expect(journey).toMatchObject(
        sex === 'MALE'
          ? { jobGroup: 'PLANTATION', employerKind: 'LEGAL_ENTITY' }
          : { jobGroup: 'DOMESTIC', employerKind: 'INDIVIDUAL' },
      )
    }
  })

  test('have reached every stage up to the contract, but for the passport of the second', () => {
    for (const [place, { reached }] of dated.entries()) {
      expect(Object.keys(reached)).toHaveLength(place === 1 ? 11 : 12)
      expect(reached.CONTRACT_SIGNED).toBeDefined()
      expect(reached.CARD_ISSUED).toBeUndefined()
    }
    expect(dated[1]?.reached.PASSPORT_ISSUED).toBeUndefined()
  })

  test('count back from the day: examined some 20 days before it, at work 30 days after it for two years', () => {
    expect(dated[0]?.reached.EXAMINED).toBe('2026-11-04')
    expect(dated[0]?.reached.CONTRACT_SIGNED).toBe('2026-11-20')
    expect(dated.every(({ contract }) => contract.startsAt === nextMonth && contract.months === 24)).toBe(true)
    const later = personas(createCalendar('2027-03-02'))
    expect(later[0]?.journey?.reached.EXAMINED).toBe('2027-02-10')
  })

  test('are served by the office of the home', () => {
    expect(eight.map(({ journey }) => journey?.ltsaOffice)).toEqual([
      'LTSA-5318',
      'LTSA-5307',
      'LTSA-5301',
      'LTSA-53',
      'LTSA-5307',
      'LTSA-5301',
      undefined,
      'LTSA-5301',
    ])
  })
})
