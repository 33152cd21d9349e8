import { hash } from 'node:crypto'
import type { Database } from '../kit/Database.ts'
import type { Seeding } from '../kit/Seeding.ts'
import { addDays } from '../kit/calendar/addDays.ts'
import { addMonths } from '../kit/calendar/addMonths.ts'
import { insertRows } from '../kit/insertRows.ts'
import type { Journey, JourneyStage, Person } from '../kit/population/Person.ts'
import { createRandom } from '../kit/population/createRandom.ts'
import type { Random } from '../kit/population/createRandom.ts'
import { journeyStages } from '../kit/population/journeyStages.ts'
import type { PlacementStage } from './types.generated.ts'

/** Whom a cluster of suspicious applications goes through, and who is suspended after having selected people. */
const clusterAgency = 'SIP3MI-9007'
const suspendedAgency = 'SIP3MI-9009'

/** Fills the placement database: a placement with its papers for each journey, and the sanction that came too late. */
export async function seed({ database, people, day }: Seeding): Promise<void> {
  await suspendAgency(database, day)
  const orders = await readOrders(database)
  const files = people.flatMap((person) => filesOf(person, { orders, day }))
  await insertRows(
    database,
    'placement',
    files.map(({ placement }) => placement),
  )
  await insertRows(
    database,
    'placement_stage_entry',
    files.flatMap(({ history }) => history),
  )
}

async function suspendAgency(database: Database, day: string): Promise<void> {
  await database.query(
    `INSERT INTO placement_agency_sanction (licence_number, decree, status, valid_from)
    VALUES ($1, 'KEP-REKAAN/SEED', 'SUSPENDED', $2) ON CONFLICT DO NOTHING`,
    [suspendedAgency, addDays(day, -7)],
  )
}

interface Order {
  readonly number: string
  readonly licenceNumber: string
  readonly destinationCountry: string
  readonly jobGroup: string
  readonly jobTitle: string
}

/** The orders of agencies that may send people, and of the one that may no longer. */
function readOrders(database: Database): Promise<readonly Order[]> {
  return database.query<Order>(
    `SELECT number, licence_number AS "licenceNumber", destination_country AS "destinationCountry",
      job_group AS "jobGroup", job_title AS "jobTitle"
    FROM job_order WHERE licence_number NOT IN (
      SELECT licence_number FROM placement_agency_sanction
      WHERE status <> 'WARNED' AND valid_to IS NULL AND licence_number <> $1
    ) ORDER BY number`,
    [suspendedAgency],
  )
}

interface File {
  readonly placement: Readonly<Record<string, unknown>>
  readonly history: readonly StageEntry[]
}

interface StageEntry {
  readonly placement_id: string
  readonly stage: PlacementStage
  readonly at: string
}

interface FileTerms {
  readonly orders: readonly Order[]
  readonly day: string
}

/** The placements of a person, oldest first: the order of insertion is the order of every list. */
function filesOf(person: Person, { orders, day }: FileTerms): readonly File[] {
  const journeys = [...earlierJourneys(person), ...(person.journey === null ? [] : [person.journey])]
  return journeys.flatMap((journey, ordinal) => {
    const name = `placement:${person.index}:${ordinal}`
    const random = createRandom(name)
    const id = idOf(name)
    const history = historyOf(journey, { random, day }).map((entry) => ({ placement_id: id, ...entry }))
    const last = history.at(-1)
    if (last === undefined) return []
    const terms = { journey, random }
    const placement = {
      id,
      ...jobOf(person, { ...terms, orders }),
      stage: last.stage,
      ...papersOf(person, terms),
      ...contractOf(person, terms),
    }
    return [{ placement, history }]
  })
}

/** Who returns to an employer was placed there before, step by step in the weeks before the departure of then. */
function earlierJourneys({ journey, departures }: Person): readonly Journey[] {
  const departure = departures.at(0)
  if (journey?.scheme !== 'RE_ENTRY' || departure === undefined) return []
  const reached: Partial<Record<JourneyStage, string>> = {}
  for (const [place, [stage]] of journeyStages.entries()) {
    reached[stage] = addDays(departure.on, 5 * (place + 1 - journeyStages.length))
  }
  return [
    {
      ...journey,
      scheme: 'P_TO_P',
      reached,
      exit: null,
      contract: { startsAt: addDays(departure.on, 2), months: 12 },
    },
  ]
}

/** An id without meaning that stays the same whenever the same people are seeded. */
function idOf(name: string): string {
  const digits = hash('sha256', name, 'hex')
  return [0, 8, 12, 16, 20].map((start, part, starts) => digits.slice(start, starts[part + 1] ?? 32)).join('-')
}

interface HistoryTerms {
  readonly random: Random
  readonly day: string
}

/** Stages before registration are drawn, the others are the journey's. */
function historyOf(
  { reached, exit }: Journey,
  { random, day }: HistoryTerms,
): readonly Omit<StageEntry, 'placement_id'>[] {
  const days: readonly (readonly [PlacementStage, string | undefined])[] = [
    ...stagesBefore(reached.REGISTERED, random),
    ...journeyStages.map(([stage]) => [stage, reached[stage]] as const),
    ...(exit === null ? [] : [[exit.kind, exit.on] as const]),
  ]
  return days
    .flatMap(([stage, on], place) => (on === undefined ? [] : [{ stage, at: instantOf(on, { place, day }) }]))
    .toSorted((one, other) => one.at.localeCompare(other.at))
}

function stagesBefore(registered: string | undefined, random: Random): readonly (readonly [PlacementStage, string])[] {
  if (registered === undefined) return []
  return [
    ['INFORMED', addDays(registered, -random.wholeNumber(6, 20))],
    ['ACCOUNT_OPENED', addDays(registered, -random.wholeNumber(1, 5))],
  ]
}

interface Moment {
  /** The place in the procedure, so that stages of one day keep their order. */
  readonly place: number
  readonly day: string
}

/** From nine o'clock (WITA) on in steps of half an hour; on the day of seeding just after midnight, so as not to lie ahead. */
function instantOf(on: string, { place, day }: Moment): string {
  const midnight = Date.parse(`${on}T00:00:00+08:00`)
  const minutes = on === day ? place : 9 * 60 + 30 * place
  return new Date(midnight + minutes * 60_000).toISOString()
}

interface Terms {
  readonly journey: Journey
  readonly random: Random
}

interface JobTerms extends Terms {
  readonly orders: readonly Order[]
}

function jobOf(person: Person, { journey, random, orders }: JobTerms): object {
  const { scheme, destinationCountry, jobGroup, employerKind, ltsaOffice } = journey
  const order = scheme === 'P_TO_P' ? orderFor(person, { journey, random, orders }) : null
  const otherJob = orders.find((other) => other.jobGroup !== jobGroup)
  const titled = person.defects.includes('JOB_DIFFERS_FROM_ORDER')
    ? otherJob
    : orders.find((any) => any.jobGroup === jobGroup)
  return {
    nik: person.nik,
    scheme,
    destination_country: destinationCountry,
    job_title: titled?.jobTitle ?? jobGroup,
    job_group: jobGroup,
    employer_name: `${random.pick(employerNames[employerKind])} ${random.wholeNumber(101, 999)}`,
    employer_country: destinationCountry,
    employer_kind: employerKind,
    licence_number: order?.licenceNumber ?? null,
    job_order_number: order?.number ?? null,
    ltsa_office_code: ltsaOffice,
  }
}

const employerNames = {
  INDIVIDUAL: ['Household No.', 'Family residence No.'],
  LEGAL_ENTITY: ['Example Estates Ltd. No.', 'Example Industries Ltd. No.', 'Example Services Ltd. No.'],
} as const

/** An order for the country and the job; whoever has a defect that lies with an agency goes through that agency. */
function orderFor({ defects }: Person, { journey, random, orders }: JobTerms): Order | null {
  const { destinationCountry, jobGroup } = journey
  const isUsable = (order: Order): boolean => {
    if (defects.includes('PLACEMENT_AGENCY_SUSPENDED')) return order.licenceNumber === suspendedAgency
    if (defects.includes('RECRUITER_CLUSTER')) return order.licenceNumber === clusterAgency
    return order.licenceNumber !== suspendedAgency
  }
  const fitting = orders.filter(
    (order) => order.destinationCountry === destinationCountry && order.jobGroup === jobGroup && isUsable(order),
  )
  return fitting[random.wholeNumber(0, Math.max(0, fitting.length - 1))] ?? null
}

/** The papers of which a placement has one each, on the days that the journey came to them. */
function papersOf({ index, domicileCode, maritalStatus }: Person, { journey, random }: Terms): object {
  const { reached, scheme, destinationCountry } = journey
  const { REGISTERED, COMPETENT, AGREEMENT_SIGNED, RECOMMENDED, VISA_ISSUED, ORIENTED, CARD_ISSUED } = reached
  const isMarried = maritalStatus === 'MARRIED' || maritalStatus === 'MARRIED_UNREGISTERED'
  const kin = random.chance(0.9) ? 'PARENT' : 'GUARDIAN'
  const hasAgreement = AGREEMENT_SIGNED !== undefined && (scheme === 'P_TO_P' || scheme === 'G_TO_G')
  return {
    recommendation_number: RECOMMENDED === undefined ? null : numberOf('REK', index, RECOMMENDED),
    recommendation_issued_at: RECOMMENDED ?? null,
    family_permission_signatory: REGISTERED === undefined ? null : isMarried ? 'SPOUSE' : kin,
    family_permission_signed_at: REGISTERED ?? null,
    family_permission_village_code: REGISTERED !== undefined && isVillage(domicileCode) ? domicileCode : null,
    competence_number: COMPETENT === undefined ? null : numberOf('KOM', index, COMPETENT),
    competence_issuer: COMPETENT === undefined ? null : random.pick(certifiers),
    competence_issued_at: COMPETENT ?? null,
    competence_expires_at: COMPETENT === undefined ? null : addDays(addMonths(COMPETENT, 36), -1),
    agreement_number: hasAgreement ? numberOf('PP', index, AGREEMENT_SIGNED) : null,
    agreement_signed_at: hasAgreement ? AGREEMENT_SIGNED : null,
    visa_number: VISA_ISSUED === undefined ? null : numberOf('VISA', index, VISA_ISSUED),
    visa_country: VISA_ISSUED === undefined ? null : destinationCountry,
    visa_issued_at: VISA_ISSUED ?? null,
    visa_expires_at: VISA_ISSUED === undefined ? null : addDays(addMonths(VISA_ISSUED, 12), -1),
    orientation_attended_at: ORIENTED ?? null,
    orientation_hours: ORIENTED === undefined ? null : orientationHours(journey),
    card_number: CARD_ISSUED === undefined ? null : numberOf('KPMI', index, CARD_ISSUED),
  }
}

const certifiers = ['LSP Rekaan Nusa Cendana', 'LSP Rekaan Flobamora', 'LSP Rekaan Sumba Karya'] as const

function numberOf(kind: string, index: number, day: string): string {
  return `${kind}/${index}/${day.slice(0, 4)}`
}

/** `53.18.07.2001`: a district's code is shorter. */
function isVillage(code: string): boolean {
  return code.length === 13
}

/** Ten hours with an agency, four for some jobs, two on one's own. */
function orientationHours({ scheme, jobGroup }: Journey): number {
  if (scheme === 'INDEPENDENT') return 2
  return jobGroup === 'HOSPITALITY' ? 4 : 10
}

function contractOf({ index }: Person, { journey, random }: Terms): object {
  const { reached, contract, destinationCountry } = journey
  const signedAt = reached.CONTRACT_SIGNED
  const [currency, low, high] = wages[destinationCountry] ?? (['USD', 400, 900] as const)
  const amount = random.wholeNumber(low / 10, high / 10) * 10
  const isSigned = signedAt !== undefined
  return {
    contract_number: isSigned ? numberOf('PK', index, signedAt) : null,
    contract_signed_at: signedAt ?? null,
    contract_starts_at: isSigned ? contract.startsAt : null,
    contract_months: isSigned ? contract.months : null,
    contract_wage_amount: isSigned ? amount : null,
    contract_wage_currency: isSigned ? currency : null,
  }
}

/** Usual wages a month, in whole units of the country's money. */
const wages: Readonly<Record<string, readonly [currency: string, low: number, high: number]>> = {
  MY: ['MYR', 1_500, 1_900],
  SG: ['SGD', 550, 800],
  HK: ['HKD', 4_990, 5_400],
  TW: ['TWD', 20_000, 29_500],
  JP: ['JPY', 170_000, 210_000],
  KR: ['KRW', 2_060_000, 2_300_000],
  BN: ['BND', 450, 650],
  QA: ['QAR', 1_500, 2_200],
  AE: ['AED', 1_400, 2_200],
  SA: ['SAR', 1_500, 2_200],
  PG: ['PGK', 1_800, 2_600],
}
