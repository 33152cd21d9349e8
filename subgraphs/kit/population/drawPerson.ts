import type { Life } from './Life.ts'
import type { Person } from './Person.ts'
import type { Atlas } from './createAtlas.ts'
import type { Calendar } from './createCalendar.ts'
import type { NikParts } from './createNikIssuer.ts'
import { createRandom } from './createRandom.ts'
import type { Random } from './createRandom.ts'
import { drawBirthDate } from './drawBirthDate.ts'
import { drawDefects } from './drawDefects.ts'
import { drawFirstRegistration } from './drawFirstRegistration.ts'
import { drawFrom } from './drawFrom.ts'
import { drawHome } from './drawHome.ts'
import { drawMaritalStatus } from './drawMaritalStatus.ts'
import { drawName } from './drawName.ts'
import { drawPlacedLife } from './drawPlacedLife.ts'
import { drawReturnedLife } from './drawReturnedLife.ts'
import { roleOf } from './roleOf.ts'
import type { Role } from './roleOf.ts'

export interface PersonOptions {
  readonly index: number
  /** The place among the synthetic people, from 0. */
  readonly place: number
  /** Around the day of seeding. */
  readonly calendar: Calendar
  readonly atlas: Atlas
  readonly issueNik: (parts: NikParts) => string
}

/**
 * Draws a synthetic person: three of four go by the procedure, the fourth left outside it. The day decides only when things
 * happened on the way, never who the person is, so that databases seeded on different days agree on every NIK.
 */
export function drawPerson({ index, place, calendar, atlas, issueNik }: PersonOptions): Person {
  const random = createRandom(`person:${index}`)
  const role = roleOf(place)
  const isPlaced = role !== null || random.chance(0.75)
  const home = drawHome(random, atlas, {
    regency: drawFrom(random, isPlaced ? atlas.placing : atlas.returning),
    ...(role === 'RECRUITER_CLUSTER' ? atlas.village('53.02.04.2004') : {}),
  })
  const life = isPlaced
    ? drawPlacedLife(random, { calendar, role, ltsaOffice: home.regency.ltsaOffice })
    : drawReturnedLife(random)
  const defects = defectsOf(random, life, role)
  const { sex, birthYear } = life
  const birthDate = drawBirthDate(random, birthYear, defects.includes('BIRTH_DATE_SWAPPED'))
  return {
    index,
    nik: issueNik({
      district: home.firstDistrict,
      serial: random.wholeNumber(9000, 9999),
      ...drawFirstRegistration(random, { birthDate, sex }),
    }),
    fullName: drawName(random, home.regency.names, sex),
    birthDate,
    birthPlace: home.birthPlace,
    sex,
    maritalStatus: drawMaritalStatus(random, birthYear),
    residentStatus: life.residentStatus,
    domicileCode: home.domicileCode,
    familyCardNumber: drawFamilyCard(random, home.domicileCode),
    journey: life.journey,
    departures: life.departures,
    defects,
  }
}

/** Who plays a part has that defect and no other, so that a rule that looks for it finds it alone. */
function defectsOf(random: Random, { journey, departures }: Life, role: Role | null): Person['defects'] {
  switch (role) {
    case null: {
      const hasPassport = journey?.reached.PASSPORT_ISSUED !== undefined || departures.length > 0
      return drawDefects(random, { journey, hasPassport })
    }
    case 'DECEASED_NIK_USED':
      return []
    case 'PASSPORT_NUMBER_SHARED':
    case 'RECRUITER_CLUSTER':
      return [role]
    default:
      return role satisfies never
  }
}

/** District of issue, day of issue, and a series from 9000 on; no 40 is added for anyone. */
function drawFamilyCard(random: Random, domicileCode: string): string {
  const parts = [random.wholeNumber(1, 28), random.wholeNumber(1, 12), random.wholeNumber(8, 24)]
  const issued = parts.map((part) => String(part).padStart(2, '0')).join('')
  return `${domicileCode.slice(0, 8).replaceAll('.', '')}${issued}${random.wholeNumber(9000, 9999)}`
}
