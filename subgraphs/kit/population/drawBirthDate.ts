import { addDays } from '../calendar/addDays.ts'
import type { Random } from './createRandom.ts'

/** A birth date in a year. Swappable means that day and month can be exchanged, and give another date. */
export function drawBirthDate(random: Random, year: number, swappable: boolean): string {
  if (!swappable) return addDays(`${year}-01-01`, random.wholeNumber(0, 364))
  const month = random.wholeNumber(1, 12)
  // One of the eleven other numbers up to 12.
  const day = ((month + random.wholeNumber(0, 10)) % 12) + 1
  return `${year}-${two(month)}-${two(day)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
