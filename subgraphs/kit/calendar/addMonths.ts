import { formatDay } from './formatDay.ts'

/** The same day that many months later (or earlier), or the month's last day where it has no such day; `YYYY-MM-DD`. */
export function addMonths(date: string, months: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  const day = moved.getUTCDate()
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months + 1, 0)
  // It now is the last day of the month aimed at.
  if (day < moved.getUTCDate()) moved.setUTCDate(day)
  return formatDay(moved.getTime())
}
