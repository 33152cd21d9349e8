const offset = 8 * 60 * 60
const day = 24 * 60 * 60

/** Whole seconds until the day ends in Central Indonesian Time (WITA, UTC+8), at an instant in milliseconds. */
export function secondsLeftInWita(milliseconds: number): number {
  return day - Math.ceil((milliseconds / 1000 + offset) % day)
}
