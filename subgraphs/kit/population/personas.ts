import type { Defect, Journey, JourneyStage, Person } from './Person.ts'
import type { Calendar } from './createCalendar.ts'

/** A persona as the table has it: a person whose journey is still to be dated. */
interface Persona extends Omit<Person, 'index' | 'journey' | 'departures' | 'defects'> {
  readonly journey: PersonaJourney | null
  readonly departures?: Person['departures']
  readonly defect?: Defect
}

/** What differs between the personas' journeys; the rest of them is alike. */
interface PersonaJourney extends Pick<Journey, 'ltsaOffice' | 'jobGroup' | 'employerKind'> {
  /** Malaysia unless it says otherwise. */
  readonly destinationCountry?: string
  readonly without?: JourneyStage
}

/** Days before the day of seeding on which every journey of a persona reached its stages; none has its card yet. */
const stagesDaysAgo: readonly (readonly [JourneyStage, number])[] = [
  ['REGISTERED', 40],
  ['SELECTED', 30],
  ['EXAMINED', 20],
  ['COMPETENT', 18],
  ['AGREEMENT_SIGNED', 16],
  ['RECOMMENDED', 15],
  ['PASSPORT_ISSUED', 12],
  ['POLICE_CLEARED', 10],
  ['INSURED', 9],
  ['VISA_ISSUED', 6],
  ['ORIENTED', 4],
  ['CONTRACT_SIGNED', 3],
]

const household = { jobGroup: 'DOMESTIC', employerKind: 'INDIVIDUAL' } as const
const plantation = { jobGroup: 'PLANTATION', employerKind: 'LEGAL_ENTITY' } as const

/**
 * The eight people who always exist, one for each story that the documentation tells. Their NIKs, sexes, birth dates and
 * homes never change; the days of their papers count back from the day that the calendar is around.
 */
export function personas(calendar: Calendar): readonly Person[] {
  return table.map(({ journey, departures = [], defect, ...identity }, index) => ({
    index,
    ...identity,
    journey: journey === null ? null : journeyOn(calendar, journey),
    departures,
    defects: defect === undefined ? [] : [defect],
  }))
}

function journeyOn(calendar: Calendar, journey: PersonaJourney): Journey {
  const { ltsaOffice, destinationCountry = 'MY', jobGroup, employerKind, without } = journey
  const stages = stagesDaysAgo.filter(([stage]) => stage !== without)
  return {
    scheme: 'P_TO_P',
    destinationCountry,
    jobGroup,
    employerKind,
    ltsaOffice,
    reached: Object.fromEntries(stages.map(([stage, daysAgo]) => [stage, calendar.workingDay(-daysAgo)])),
    exit: null,
    contract: { startsAt: calendar.day(30), months: 24 },
  }
}

const table: readonly Persona[] = [
  // Every paper in order.
  {
    nik: '5318075205999001',
    fullName: 'Maria Kaka Bili',
    birthDate: '1999-05-12',
    birthPlace: 'Kodi',
    sex: 'FEMALE',
    maritalStatus: 'MARRIED',
    residentStatus: 'ACTIVE',
    domicileCode: '53.18.07.2001',
    familyCardNumber: '5318071408179001',
    journey: { ltsaOffice: 'LTSA-5318', ...household },
  },
  // No passport yet.
  {
    nik: '5306030301019002',
    fullName: 'Yohanes Ola Kian',
    birthDate: '2001-01-03',
    birthPlace: 'Larantuka',
    sex: 'MALE',
    maritalStatus: 'SINGLE',
    residentStatus: 'ACTIVE',
    domicileCode: '53.06.03.1004',
    familyCardNumber: '5306032203139002',
    journey: { ltsaOffice: 'LTSA-5307', ...plantation, without: 'PASSPORT_ISSUED' },
    defect: 'PASSPORT_MISSING',
  },
  // A retired district in the NIK; the health certificate has expired.
  {
    nik: '5304085708909003',
    fullName: 'Yuliana Seran Nahak',
    birthDate: '1990-08-17',
    birthPlace: 'Betun',
    sex: 'FEMALE',
    maritalStatus: 'MARRIED',
    residentStatus: 'ACTIVE',
    domicileCode: '53.21.01.2001',
    familyCardNumber: '5321010905149003',
    journey: { ltsaOffice: 'LTSA-5301', ...household },
    defect: 'HEALTH_CERTIFICATE_EXPIRED',
  },
  // An adult, but too young for domestic work at her destination.
  {
    nik: '5371045511079004',
    fullName: 'Theresia Liubana',
    birthDate: '2007-11-15',
    birthPlace: 'Kupang',
    sex: 'FEMALE',
    maritalStatus: 'SINGLE',
    residentStatus: 'ACTIVE',
    domicileCode: '53.71.04.1001',
    familyCardNumber: '5371041702109004',
    journey: { ltsaOffice: 'LTSA-53', ...household },
  },
  // The passport writes his name another way.
  {
    nik: '5307052203959005',
    fullName: 'Fransiskus Kanisius Moan Lering',
    birthDate: '1995-03-22',
    birthPlace: 'Maumere',
    sex: 'MALE',
    maritalStatus: 'MARRIED',
    residentStatus: 'ACTIVE',
    domicileCode: '53.07.05.1006',
    familyCardNumber: '5307053011189005',
    journey: { ltsaOffice: 'LTSA-5307', ...plantation },
    defect: 'NAME_VARIANT',
  },
  // The insurance ends before the contract does.
  {
    nik: '5302016009889006',
    fullName: 'Orpa Nabuasa',
    birthDate: '1988-09-20',
    birthPlace: 'Soe',
    sex: 'FEMALE',
    maritalStatus: 'DIVORCED',
    residentStatus: 'ACTIVE',
    domicileCode: '53.02.01.1001',
    familyCardNumber: '5302010406129006',
    journey: { ltsaOffice: 'LTSA-5301', ...household },
    defect: 'INSURANCE_ENDS_BEFORE_CONTRACT',
  },
  // Came home from work outside the procedure: no placement ever saw him. One name only.
  {
    nik: '5321051412859007',
    fullName: 'Klau',
    birthDate: '1985-12-14',
    birthPlace: 'Rinhat',
    sex: 'MALE',
    maritalStatus: 'MARRIED',
    residentStatus: 'ACTIVE',
    domicileCode: '53.21.05.2001',
    familyCardNumber: '5321052507159007',
    journey: null,
    departures: [
      { on: '2009-06-18', destinationCountry: 'MY' },
      { on: '2017-02-27', destinationCountry: 'MY' },
    ],
  },
  // Registered as deceased while her papers go on.
  {
    nik: '5301064101789008',
    fullName: 'Adriana Tiran',
    birthDate: '1978-01-01',
    birthPlace: 'Babau',
    sex: 'FEMALE',
    maritalStatus: 'WIDOWED',
    residentStatus: 'DECEASED',
    domicileCode: '53.01.06.1001',
    familyCardNumber: '5301061909119008',
    // Not to Malaysia, whose rule on age she would miss as well.
    journey: { ltsaOffice: 'LTSA-5301', ...household, destinationCountry: 'SG' },
  },
]
