const firstDay = Date.parse('0001-01-01T00:00:00Z')
const lastDay = Date.parse('9999-12-31T00:00:00Z')

/** The day (UTC) of an instant, `YYYY-MM-DD`; a day beyond the four-digit years becomes their first or last day. */
export function formatDay(milliseconds: number): string {
  return new Date(Math.min(Math.max(milliseconds, firstDay), lastDay)).toISOString().slice(0, 10)
}
