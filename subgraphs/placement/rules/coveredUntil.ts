import { addDays } from '../../kit/calendar/addDays.ts'

/** A term of days, both of which belong to it. */
export interface Days {
  readonly startsAt: string
  readonly endsAt: string
}

/** The last day up to which terms cover every day from `first` on, or null when they do not cover that day itself. */
export function coveredUntil(terms: readonly Days[], first: string): string | null {
  let next = first
  for (const { startsAt, endsAt } of terms.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))) {
    if (startsAt > next) break
    if (endsAt >= next) next = addDays(endsAt, 1)
  }
  return next === first ? null : addDays(next, -1)
}
