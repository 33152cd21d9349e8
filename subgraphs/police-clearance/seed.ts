import type { Seeding } from '../kit/Seeding.ts'
import { addDays } from '../kit/calendar/addDays.ts'
import { addMonths } from '../kit/calendar/addMonths.ts'
import { insertRows } from '../kit/insertRows.ts'
import type { Person } from '../kit/population/Person.ts'
import { createRandom } from '../kit/population/createRandom.ts'
import type { Random } from '../kit/population/createRandom.ts'

/** Fills the database of the police: clearances of those who came that far, and a few refused or revoked. */
export async function seed({ database, people }: Seeding): Promise<void> {
  await insertRows(database, 'police_clearance', people.flatMap(clearancesOf))
}

function clearancesOf(person: Person): readonly object[] {
  const random = createRandom(`police-clearance:${person.index}`)
  const { journey, departures } = person
  if (journey === null) return []
  const { reached, exit, scheme } = journey
  if (reached.POLICE_CLEARED !== undefined) {
    const status = exit !== null && random.chance(0.15) ? 'REVOKED' : 'ISSUED'
    // Whoever leaves again had one the first time, which has long expired.
    const before = scheme === 'RE_ENTRY' ? departures.map(({ on }) => addDays(on, -random.wholeNumber(20, 60))) : []
    return [
      clearanceOf(person, { random, status, issuedOn: reached.POLICE_CLEARED }),
      ...before.map((issuedOn) => clearanceOf(person, { random, status: 'ISSUED', issuedOn })),
    ]
  }
  // A refusal ends the journey at this desk.
  const refused = exit?.kind === 'FAILED' && reached.PASSPORT_ISSUED !== undefined && random.chance(0.4)
  return refused ? [clearanceOf(person, { random, status: 'NOT_ISSUED', issuedOn: exit.on })] : []
}

interface ClearanceTerms {
  readonly random: Random
  readonly status: 'ISSUED' | 'NOT_ISSUED' | 'REVOKED'
  readonly issuedOn: string
}

function clearanceOf({ index, nik, domicileCode }: Person, { random, status, issuedOn }: ClearanceTerms): object {
  const [year, month] = issuedOn.split('-')
  return {
    number: `SKCK/YANMAS/${9_000 + index}/${monthNumerals[Number(month) - 1]}/YAN.2.3./${year}/INTELKAM`,
    nik,
    issued_at: issuedOn,
    expires_at: addDays(addMonths(issuedOn, 6), -1),
    unit_code: unitFor(domicileCode, random),
    status,
    has_record: random.chance(status === 'NOT_ISSUED' ? 0.8 : 0.004),
  }
}

/** Letters give the month in Roman numerals. */
const monthNumerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** The regency's own police mostly, else the province's or the headquarters; these alone for people from elsewhere. */
function unitFor(domicileCode: string, random: Random): string {
  const [province = '', regency = ''] = domicileCode.split('.')
  if (province !== '53') return 'MABES'
  return random.weighted([
    [`POLRES-${province}${regency}`, 70],
    ['POLDA-53', 25],
    ['MABES', 5],
  ])
}
