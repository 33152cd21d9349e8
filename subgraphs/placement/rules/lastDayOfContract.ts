import { addDays } from '../../kit/calendar/addDays.ts'
import { addMonths } from '../../kit/calendar/addMonths.ts'

/** The last day of work under a contract. */
export function lastDayOfContract({
  startsAt,
  months,
}: {
  readonly startsAt: string
  readonly months: number
}): string {
  return addDays(addMonths(startsAt, months), -1)
}
