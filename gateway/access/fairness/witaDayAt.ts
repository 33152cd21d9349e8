/** A day in Central Indonesian Time (WITA, UTC+8, no summer time). */
export interface WitaDay {
  /** `YYYY-MM-DD`. */
  readonly name: string
  /** Milliseconds from the instant asked about to the end of the day; never 0. */
  readonly left: number
}

const offset = 8 * 60 * 60 * 1000
const length = 24 * 60 * 60 * 1000

/** The day at an instant in milliseconds. */
export function witaDayAt(instant: number): WitaDay {
  const local = instant + offset
  return { name: new Date(local).toISOString().slice(0, 10), left: length - (local % length) }
}
