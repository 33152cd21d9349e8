import type { Journey, JourneyStage } from './Person.ts'
import type { Calendar } from './createCalendar.ts'
import type { Random } from './createRandom.ts'
import type { CourseEnd } from './drawCourseEnd.ts'
import { journeyStages } from './journeyStages.ts'

/** How a journey went: what it reached when, how it left the procedure, and its contract. */
export type Course = Pick<Journey, 'reached' | 'exit' | 'contract'>

export interface CourseOptions {
  /** Around the day to count back from. */
  readonly calendar: Calendar
  readonly end: CourseEnd
}

/** Draws the days of a journey that ends as given, its stages in order and as far apart as the desks need. */
export function drawCourse(random: Random, { calendar, end }: CourseOptions): Course {
  const last = journeyStages.findIndex(([stage]) => stage === end.last)
  const stages = journeyStages.slice(0, last + 1)
  const waits = stages.map(([, fewest, most]) => random.wholeNumber(fewest, most))
  let daysAgo = end.daysAgo + waits.reduce((sum, wait) => sum + wait, 0)
  const reached: Partial<Record<JourneyStage, string>> = {}
  for (const [place, [stage]] of stages.entries()) {
    daysAgo -= waits[place] ?? 0
    // Ships and planes leave every day.
    reached[stage] = stage === 'DEPARTED' ? calendar.day(-daysAgo) : calendar.workingDay(-daysAgo)
  }
  const leftAfter = random.wholeNumber(0, Math.min(end.daysAgo, 30))
  return {
    reached,
    exit: end.exit === null ? null : { kind: end.exit, on: calendar.day(leftAfter - end.daysAgo) },
    contract: {
      startsAt: calendar.day(drawStart(random, journeyStages.length - 1 - last) - end.daysAgo),
      months: random.weighted([
        [24, 84],
        [12, 10],
        [36, 6],
      ]),
    },
  }
}

/** Days from the last stage reached to the first day of work. */
function drawStart(random: Random, stagesLeft: number): number {
  return stagesLeft === 0 ? random.wholeNumber(1, 7) : 20 + 8 * stagesLeft + random.wholeNumber(0, 15)
}
