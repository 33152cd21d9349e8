/** Reads `x-deadline-ms`: whole milliseconds of at least 1, cut to `limit`; anything else means `limit`. */
export function readDeadlineHeader(value: string | readonly string[] | undefined, limit: number): number {
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) return limit
  return Math.min(Math.max(1, Number(value)), limit)
}
