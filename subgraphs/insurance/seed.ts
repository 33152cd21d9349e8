import type { Seeding } from '../kit/Seeding.ts'
import { addDays } from '../kit/calendar/addDays.ts'
import { addMonths } from '../kit/calendar/addMonths.ts'
import { insertRows } from '../kit/insertRows.ts'
import type { Journey, Person } from '../kit/population/Person.ts'
import { createRandom } from '../kit/population/createRandom.ts'
import type { Random } from '../kit/population/createRandom.ts'
import { contributionOf } from './rules/contributionOf.ts'
import type { InsurancePeriodRow } from './source.ts'

/** Fills the social security's database: memberships with their terms, of which some are unpaid and some too short. */
export async function seed({ database, people }: Seeding): Promise<void> {
  const memberships = people.flatMap(membershipsOf)
  await insertRows(
    database,
    'insurance_membership',
    memberships.map(({ kpj, nik, registeredAt }) => ({ kpj, nik, registered_at: registeredAt })),
  )
  await insertRows(database, 'insurance_period', memberships.flatMap(recordsOf))
}

type Period = Omit<InsurancePeriodRow, 'kpj'>

interface Membership {
  readonly kpj: string
  readonly nik: string
  readonly registeredAt: string
  readonly periods: readonly Period[]
}

function membershipsOf(person: Person): readonly Membership[] {
  const random = createRandom(`insurance:${person.index}`)
  const { index, nik, journey, departures } = person
  const insuredOn = journey?.reached.INSURED
  if (journey === null || insuredOn === undefined) return []
  // Whoever leaves again was a member the first time too.
  const before = (journey.scheme === 'RE_ENTRY' ? departures : []).map(({ on }, ordinal) => ({
    kpj: kpjOf(index, ordinal + 1),
    nik,
    registeredAt: on,
    periods: [duringWork({ startsAt: on, months: 12, paidAt: on, random })],
  }))
  const periods = periodsOf(person, journey, { random, insuredOn })
  return [...before, { kpj: kpjOf(index, 0), nik, registeredAt: insuredOn, periods }]
}

/** Numbers of people who do not exist begin with 9; the last digit tells a person's memberships apart. */
function kpjOf(index: number, ordinal: number): string {
  return `9${String(index).padStart(9, '0')}${ordinal}`
}

interface PeriodTerms {
  readonly random: Random
  readonly insuredOn: string
}

function periodsOf({ defects }: Person, journey: Journey, { random, insuredOn }: PeriodTerms): readonly Period[] {
  const { contract, exit, reached } = journey
  const before: Period = {
    phase: 'BEFORE_WORK',
    programmes: ['WORK_ACCIDENT', 'DEATH'],
    startsAt: insuredOn,
    endsAt: addDays(contract.startsAt, -1),
    contribution: contributionOf({ phase: 'BEFORE_WORK' }),
    paidAt: insuredOn,
  }
  const beforeWork = insuredOn < contract.startsAt ? [before] : []
  if (exit !== null && reached.CONTRACT_SIGNED === undefined) return beforeWork
  // The worker's agency pays this part with the contract, a worker without one at once.
  const dueOn = journey.scheme === 'INDEPENDENT' ? insuredOn : reached.CONTRACT_SIGNED
  const during = duringWork({
    startsAt: contract.startsAt,
    months: defects.includes('INSURANCE_ENDS_BEFORE_CONTRACT') ? Math.floor(contract.months / 2) : contract.months,
    paidAt: dueOn ?? null,
    random,
  })
  return [...beforeWork, during]
}

interface WorkTerms {
  readonly startsAt: string
  readonly months: number
  readonly paidAt: string | null
  readonly random: Random
}

/** The months of work and the month after them; a few save for old age as well. */
function duringWork({ startsAt, months, paidAt, random }: WorkTerms): Period {
  const savedAMonth = random.chance(0.06) ? 50_000 * random.wholeNumber(1, 12) : 0
  return {
    phase: 'DURING_WORK',
    programmes: savedAMonth === 0 ? ['WORK_ACCIDENT', 'DEATH'] : ['WORK_ACCIDENT', 'DEATH', 'OLD_AGE'],
    startsAt,
    endsAt: addDays(addMonths(startsAt, months + 1), -1),
    contribution: contributionOf({ phase: 'DURING_WORK', months }) + savedAMonth * months,
    paidAt,
  }
}

function recordsOf({ kpj, periods }: Membership): readonly object[] {
  return periods.map(({ phase, programmes, startsAt, endsAt, contribution, paidAt }) => ({
    kpj,
    phase,
    programmes,
    starts_at: startsAt,
    ends_at: endsAt,
    contribution,
    paid_at: paidAt,
  }))
}
