const offset = 8 * 60 * 60 * 1000

/** The day in Central Indonesian Time (WITA, UTC+8, no summer time) at an instant, `YYYY-MM-DD`. */
export function todayInWita(milliseconds: number): string {
  return new Date(milliseconds + offset).toISOString().slice(0, 10)
}
