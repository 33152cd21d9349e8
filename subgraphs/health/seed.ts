import type { Seeding } from '../kit/Seeding.ts'
import { addDays } from '../kit/calendar/addDays.ts'
import { addMonths } from '../kit/calendar/addMonths.ts'
import { insertRows } from '../kit/insertRows.ts'
import type { Journey, Person } from '../kit/population/Person.ts'
import { createRandom } from '../kit/population/createRandom.ts'
import type { Random } from '../kit/population/createRandom.ts'
import type { HealthExaminationRow } from './source.ts'

/** Fills the health facilities' database: certificates with their defects, conclusions that ended a journey, and voids. */
export async function seed({ database, people, day }: Seeding): Promise<void> {
  const examinations = people.flatMap((person) => examinationsOf(person, day))
  await insertRows(database, 'health_examination', examinations)
}

function examinationsOf(person: Person, day: string): readonly object[] {
  const random = createRandom(`health:${person.index}`)
  const { journey, departures } = person
  if (journey === null) return []
  const examinedAt = examinationDayOf(person, journey, { random, day })
  if (examinedAt === null) return []
  const current = {
    ...conclusionsOf(journey, random),
    examinedAt,
    voidedAt: voidDayOf(journey, { random, examinedAt }),
  }
  // Whoever leaves again was examined the first time too, and that certificate has long expired.
  const before = (journey.scheme === 'RE_ENTRY' ? departures : []).map(({ on }) => ({
    ...fit,
    examinedAt: addDays(on, -random.wholeNumber(30, 80)),
    voidedAt: null,
  }))
  return [current, ...before].map((result) => examinationOf(person, result, random))
}

interface ExaminationDayTerms {
  readonly random: Random
  readonly day: string
}

function examinationDayOf({ defects }: Person, journey: Journey, { random, day }: ExaminationDayTerms): string | null {
  const { reached, exit } = journey
  const stopped = exit !== null && exit.kind !== 'WITHDRAWN' && reached.SELECTED !== undefined && random.chance(0.6)
  const examinedAt = reached.EXAMINED ?? (stopped ? exit.on : null)
  if (examinedAt === null || !defects.includes('HEALTH_CERTIFICATE_EXPIRED')) return examinedAt
  const tooLongAgo = addDays(addMonths(reached.CARD_ISSUED ?? day, -3), -random.wholeNumber(5, 60))
  return tooLongAgo < examinedAt ? tooLongAgo : examinedAt
}

type Conclusions = Pick<HealthExaminationRow, 'physical' | 'psychological'>

const fit: Conclusions = { physical: 'FIT', psychological: 'FIT' }

/** A journey that failed or was put off with the examination as its last stage owes that to the conclusion, mostly. */
function conclusionsOf({ reached, exit }: Journey, random: Random): Conclusions {
  const wentOn = reached.COMPETENT !== undefined || reached.AGREEMENT_SIGNED !== undefined
  if (exit === null || exit.kind === 'WITHDRAWN' || wentOn || random.chance(0.2)) {
    return {
      physical: random.chance(0.06) ? 'FIT_WITH_NOTE' : 'FIT',
      psychological: random.chance(0.03) ? 'FIT_WITH_NOTE' : 'FIT',
    }
  }
  const conclusion = exit.kind === 'FAILED' ? 'UNFIT' : 'DEFERRED'
  return random.chance(0.8) ? { ...fit, physical: conclusion } : { ...fit, psychological: conclusion }
}

interface VoidTerms {
  readonly random: Random
  readonly examinedAt: string
}

/** Certificates of men and women become void alike, so that a void one tells nothing of its reason. */
function voidDayOf({ reached, exit }: Journey, { random, examinedAt }: VoidTerms): string | null {
  if (reached.CONTRACT_SIGNED !== undefined || !random.chance(exit === null ? 0.02 : 0.15)) return null
  const lastStage = Object.values(reached).reduce((latest, on) => (on > latest ? on : latest), examinedAt)
  return exit?.on ?? lastStage
}

type Result = Conclusions & Pick<HealthExaminationRow, 'examinedAt' | 'voidedAt'>

function examinationOf({ index, nik, domicileCode, journey }: Person, result: Result, random: Random): object {
  const { examinedAt, physical, psychological, voidedAt } = result
  return {
    certificate_number: `SKS/${9_000 + index}/${examinedAt.slice(0, 4)}`,
    facility_code: facilityFor(domicileCode, examinedAt, random),
    nik,
    examined_at: examinedAt,
    expires_at: addDays(addMonths(examinedAt, 3), -1),
    physical,
    psychological,
    voided_at: voidedAt,
    destination_country: journey?.destinationCountry ?? null,
  }
}

interface Local {
  readonly code: string
  readonly regencies: readonly string[]
  /** From when to when people were sent there, by decree or provisionally. */
  readonly from: string
  readonly to?: string
}

const localFacilities: readonly Local[] = [
  { code: 'TAMBOLAKA', regencies: ['53.11', '53.12', '53.17', '53.18'], from: '2021-10-01' },
  { code: 'ATAMBUA', regencies: ['53.03', '53.04', '53.21'], from: '2019-09-01', to: '2024-08-31' },
  {
    code: 'MAUMERE',
    regencies: ['53.06', '53.07', '53.08', '53.09', '53.10', '53.13', '53.15', '53.16', '53.19'],
    from: '2019-03-14',
  },
]

/** The facility near the domicile where there is one; everybody else travels to Kupang. */
function facilityFor(domicileCode: string, examinedAt: string, random: Random): string {
  const regency = domicileCode.slice(0, 5)
  const near = localFacilities.find(({ regencies }) => regencies.includes(regency))
  const open = near !== undefined && near.from <= examinedAt && examinedAt <= (near.to ?? examinedAt)
  return open ? near.code : random.pick(['KUPANG-1', 'KUPANG-2'])
}
