import { addDays } from '../../kit/calendar/addDays.ts'

/** A term of coverage, both days included; unpaid, it covers nothing. */
interface CoverTerms {
  readonly startsAt: string
  readonly endsAt: string
  readonly paidAt: string | null
}

interface Range {
  readonly from: string
  readonly to: string
}

/** Whether paid terms, in any order, cover every day of a range, both ends included. A range that ends before it begins is not covered. */
export function coversEveryDay(terms: readonly CoverTerms[], { from, to }: Range): boolean {
  if (to < from) return false
  const paid = terms.filter(({ paidAt }) => paidAt !== null).toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  let open = from
  for (const { startsAt, endsAt } of paid) {
    if (startsAt > open) return false
    if (endsAt >= to) return true
    if (endsAt >= open) open = addDays(endsAt, 1)
  }
  return false
}
