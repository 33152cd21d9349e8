import type { Life } from './Life.ts'
import type { Calendar } from './createCalendar.ts'
import type { Random } from './createRandom.ts'
import { drawCourse } from './drawCourse.ts'
import { drawCourseEnd } from './drawCourseEnd.ts'
import type { CourseEnd } from './drawCourseEnd.ts'
import { drawTerms } from './drawTerms.ts'
import type { Terms } from './drawTerms.ts'
import type { Role } from './roleOf.ts'

export interface PlacedLifeOptions {
  readonly calendar: Calendar
  readonly role: Role | null
  readonly ltsaOffice: string
}

/** Ages are counted back from here and not from the day of seeding, or the same person would be born anew every year. */
const referenceYear = 2026

/** Draws the life of someone who went, or goes, through the procedure. */
export function drawPlacedLife(random: Random, { calendar, role, ltsaOffice }: PlacedLifeOptions): Life {
  const sex = role === 'RECRUITER_CLUSTER' || random.chance(0.92) ? 'FEMALE' : 'MALE'
  const terms = role === 'RECRUITER_CLUSTER' ? recruited : drawTerms(random, sex)
  const end = endOf(random, role)
  const course = drawCourse(random, { calendar, end })
  const yearsAgo = Math.ceil((end.daysAgo + 120) / 365)
  return {
    sex,
    birthYear: referenceYear - yearsAgo - drawAge(random, terms),
    residentStatus: role === 'DECEASED_NIK_USED' ? 'DECEASED' : drawStatus(random),
    journey: { ...terms, ...course, ltsaOffice },
    departures: departuresBefore(random, { terms, calendar, daysAgo: end.daysAgo }),
  }
}

/** What one recruiter had to offer a whole village. */
const recruited: Terms = {
  scheme: 'P_TO_P',
  destinationCountry: 'MY',
  jobGroup: 'DOMESTIC',
  employerKind: 'INDIVIDUAL',
}

function endOf(random: Random, role: Role | null): CourseEnd {
  switch (role) {
    case null:
      return drawCourseEnd(random)
    case 'PASSPORT_NUMBER_SHARED':
      return { last: 'CARD_ISSUED', daysAgo: random.wholeNumber(1, 6), exit: null }
    case 'DECEASED_NIK_USED':
      return { last: 'INSURED', daysAgo: random.wholeNumber(2, 15), exit: null }
    case 'RECRUITER_CLUSTER':
      // All of them registered within 21 days.
      return { last: 'SELECTED', daysAgo: random.wholeNumber(10, 20), exit: null }
    default:
      return role satisfies never
  }
}

/** The age that is reached in the year of registration, so that a domestic worker is at least 21 on the day itself. */
function drawAge(random: Random, { jobGroup }: Terms): number {
  const band = random.weighted([
    [20, 16],
    [25, 24],
    [30, 22],
    [35, 20],
    [40, 18],
  ])
  return Math.max(random.wholeNumber(band, band + 4), jobGroup === 'DOMESTIC' ? 22 : 19)
}

function drawStatus(random: Random): Life['residentStatus'] {
  return random.weighted([
    ['ACTIVE', 975],
    ['MOVED', 15],
    ['INACTIVE', 7],
    ['DUPLICATE', 3],
  ])
}

interface Before {
  readonly terms: Terms
  readonly calendar: Calendar
  readonly daysAgo: number
}

/** Who re-enters has left before; of the others, a few have, outside the procedure. */
function departuresBefore(random: Random, { terms, calendar, daysAgo }: Before): Life['departures'] {
  if (terms.scheme !== 'RE_ENTRY' && !random.chance(0.03)) return []
  const destinationCountry = terms.scheme === 'RE_ENTRY' ? terms.destinationCountry : 'MY'
  return [{ on: calendar.day(-daysAgo - random.wholeNumber(500, 1_600)), destinationCountry }]
}
