import { addDays } from '../calendar/addDays.ts'

/** Days counted from one day, each written once however often it is asked for: a population asks for the same few again. */
export interface Calendar {
  /** The day that many days later, or earlier below zero, `YYYY-MM-DD`. */
  readonly day: (offset: number) => string
  /** The same, or the Friday before when it is a Saturday or Sunday, on which desks are closed. */
  readonly workingDay: (offset: number) => string
}

const backToFriday: readonly number[] = [2, 0, 0, 0, 0, 0, 1]

/** A calendar around a day, `YYYY-MM-DD`. */
export function createCalendar(around: string): Calendar {
  const written = new Map<number, string>()
  const weekday = new Date(`${around}T00:00:00Z`).getUTCDay()

  function day(offset: number): string {
    const known = written.get(offset)
    if (known !== undefined) return known
    const text = addDays(around, offset)
    written.set(offset, text)
    return text
  }

  return {
    day,
    workingDay: (offset) => day(offset - (backToFriday[(((weekday + offset) % 7) + 7) % 7] ?? 0)),
  }
}
