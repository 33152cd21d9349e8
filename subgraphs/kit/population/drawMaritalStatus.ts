import type { Person } from './Person.ts'
import type { Random } from './createRandom.ts'

/** Draws a marital status as it goes with the year of birth. */
export function drawMaritalStatus(random: Random, birthYear: number): Person['maritalStatus'] {
  if (birthYear > 2001) {
    return random.weighted([
      ['SINGLE', 82],
      ['MARRIED', 11],
      ['MARRIED_UNREGISTERED', 6],
      ['DIVORCED', 1],
    ])
  }
  return random.weighted([
    ['SINGLE', 28],
    ['MARRIED', 47],
    ['MARRIED_UNREGISTERED', 6],
    ['DIVORCED', 10],
    ['WIDOWED', 9],
  ])
}
