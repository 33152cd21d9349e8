import { formatDay } from './formatDay.ts'

const day = 24 * 60 * 60 * 1000

/** The day that many days later (or earlier, below zero), `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return formatDay(Date.parse(`${date}T00:00:00Z`) + days * day)
}
