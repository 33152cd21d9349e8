import type { Seeding } from '../kit/Seeding.ts'
import { addDays } from '../kit/calendar/addDays.ts'
import { addMonths } from '../kit/calendar/addMonths.ts'
import { insertRows } from '../kit/insertRows.ts'
import type { Person } from '../kit/population/Person.ts'
import { createRandom } from '../kit/population/createRandom.ts'
import type { Random } from '../kit/population/createRandom.ts'
import { varyName } from '../kit/population/varyName.ts'

/** Fills immigration's database: passports with their defects, applications with rejections, and departures. */
export async function seed({ database, people, day }: Seeding): Promise<void> {
  const files = people.map((person) => fileOf(person, day))
  await insertRows(
    database,
    'passport',
    files.flatMap((file) => file.passports),
  )
  await insertRows(
    database,
    'passport_application',
    files.flatMap((file) => file.applications),
  )
  await insertRows(database, 'border_departure', people.flatMap(departuresOf))
}

interface File {
  readonly passports: readonly object[]
  readonly applications: readonly object[]
}

function fileOf(person: Person, day: string): File {
  const random = createRandom(`passport:${person.index}`)
  const { RECOMMENDED: recommendedOn, PASSPORT_ISSUED: expectedOn } = person.journey?.reached ?? {}
  const issuedOn = passportDayOf(person, random, day)
  const office = person.defects.includes('PASSPORT_FROM_OTHER_PROVINCE') ? 'SURABAYA' : officeFor(person.domicileCode)
  const recommendation = recommendedOn === undefined ? null : `REK/${person.index}/${recommendedOn.slice(0, 4)}`
  const granted = { office, random, recommendation: issuedOn === expectedOn ? recommendation : null }
  const isOpen = recommendedOn !== undefined && issuedOn !== expectedOn
  return {
    passports: issuedOn === null ? [] : [passportOf(person, { office, random, issuedOn })],
    applications: [
      ...(issuedOn === null ? [] : [grantedApplication(person, issuedOn, granted)]),
      ...(isOpen ? [openApplication(person, recommendedOn, { office, random, recommendation })] : []),
    ],
  }
}

/** The day of issue: by the journey where it came that far, years ago for people who have left before. */
function passportDayOf(person: Person, random: Random, day: string): string | null {
  if (person.defects.includes('PASSPORT_MISSING')) return null
  const reached = person.journey?.reached.PASSPORT_ISSUED
  if (reached !== undefined) return reached
  if (person.departures.length === 0) return null
  return addDays(day, -random.wholeNumber(400, 3_000))
}

interface PassportTerms {
  readonly office: string
  readonly random: Random
  readonly issuedOn: string
}

function passportOf(person: Person, { office, random, issuedOn }: PassportTerms): object {
  const years = random.chance(0.7) ? 5 : 10
  // One number on two people, as duplicate applications leave it behind.
  const serial = person.defects.includes('PASSPORT_NUMBER_SHARED') ? 0 : person.index + 1
  return {
    number: `X${String(9_000_000 + serial)}`,
    nik: person.nik,
    kind: random.chance(0.25) ? 'ELECTRONIC' : 'ORDINARY',
    issued_at: issuedOn,
    expires_at: addDays(addMonths(issuedOn, years * 12), -1),
    office_code: office,
    status: person.journey === null && random.chance(0.1) ? random.pick(['LOST', 'DAMAGED', 'REVOKED']) : 'IN_FORCE',
    holder_name: person.defects.includes('NAME_VARIANT') ? varyName(person.fullName) : person.fullName,
    holder_birth_date: holderBirthDateOf(person),
  }
}

function holderBirthDateOf({ birthDate, defects }: Person): string {
  const [year = '', month = '', date = ''] = birthDate.split('-')
  if (defects.includes('BIRTH_DATE_SWAPPED') && Number(date) <= 12) return `${year}-${date}-${month}`
  if (defects.includes('BIRTH_YEAR_SHIFTED')) return addMonths(birthDate, -48)
  return birthDate
}

interface ApplicationTerms {
  readonly office: string
  readonly random: Random
  readonly recommendation: string | null
}

/** The application that led to a passport. */
function grantedApplication({ nik }: Person, issuedOn: string, terms: ApplicationTerms): object {
  return {
    nik,
    submitted_at: `${addDays(issuedOn, -terms.random.wholeNumber(3, 9))}T01:30:00Z`,
    office_code: terms.office,
    status: 'ISSUED',
    rejection_reason: null,
    recommendation_number: terms.recommendation,
  }
}

/** An application that has not led to a passport; the mix of rejections is that of a busy office. */
function openApplication({ nik }: Person, recommendedOn: string, terms: ApplicationTerms): object {
  const { office, random, recommendation } = terms
  const status = random.weighted([
    ['SUBMITTED', 50],
    ['INTERVIEW', 25],
    ['DEFERRED', 10],
    ['REJECTED', 15],
  ])
  return {
    nik,
    submitted_at: `${addDays(recommendedOn, 2)}T01:30:00Z`,
    office_code: office,
    status,
    rejection_reason: status === 'REJECTED' ? rejectionReason(random) : null,
    recommendation_number: recommendation,
  }
}

function rejectionReason(random: Random): string {
  return random.weighted([
    ['DUPLICATE_APPLICATION', 49],
    ['NOT_COMPLETED_IN_30_DAYS', 36],
    ['SUSPECTED_NON_PROCEDURAL', 15],
  ])
}

function departuresOf({ nik, journey, departures }: Person): readonly object[] {
  const departed = journey?.reached.DEPARTED
  const ofJourney = departed === undefined ? [] : [{ on: departed, destinationCountry: journey?.destinationCountry }]
  return [...departures, ...ofJourney].map(({ on, destinationCountry }) => ({
    nik,
    at: `${on}T04:00:00Z`,
    checkpoint: destinationCountry === 'MY' ? 'Nunukan' : 'Bandara El Tari Kupang',
    destination_country: destinationCountry,
  }))
}

const officeOfRegency: Readonly<Record<string, string>> = {
  '53.03': 'ATAMBUA',
  '53.04': 'ATAMBUA',
  '53.21': 'ATAMBUA',
  '53.06': 'MAUMERE',
  '53.07': 'MAUMERE',
  '53.08': 'MAUMERE',
  '53.13': 'MAUMERE',
  '53.16': 'MAUMERE',
  '53.09': 'LABUAN-BAJO',
  '53.10': 'LABUAN-BAJO',
  '53.15': 'LABUAN-BAJO',
  '53.19': 'LABUAN-BAJO',
}

function officeFor(domicileCode: string): string {
  return officeOfRegency[domicileCode.slice(0, 5)] ?? 'KUPANG'
}
