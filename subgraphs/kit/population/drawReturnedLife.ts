import { addDays } from '../calendar/addDays.ts'
import type { Life } from './Life.ts'
import type { Random } from './createRandom.ts'

const lastYear = 2025

/** Draws the life of someone who left outside the procedure, so that no placement ever saw the person. */
export function drawReturnedLife(random: Random): Life {
  const hasDied = random.chance(0.08)
  const left = drawYear(random)
  const again = random.chance(0.25) && left + 2 <= lastYear ? [random.wholeNumber(left + 2, lastYear)] : []
  return {
    sex: random.chance(hasDied ? 0.25 : 0.51) ? 'FEMALE' : 'MALE',
    // Adults today, however young they left.
    birthYear: Math.min(left - random.wholeNumber(16, 38), 2007),
    residentStatus: hasDied ? 'DECEASED' : drawStatus(random),
    journey: null,
    departures: [left, ...again].map((year) => ({
      on: addDays(`${year}-01-01`, random.wholeNumber(0, 364)),
      destinationCountry: random.weighted([
        ['MY', 980],
        ['SG', 8],
        ['SA', 7],
        ['BN', 5],
      ]),
    })),
  }
}

/** From 1980 to 2025, the later the likelier. */
function drawYear(random: Random): number {
  const decade = random.weighted([
    [1980, 8],
    [1990, 18],
    [2000, 27],
    [2010, 32],
    [2020, 15],
  ])
  return random.wholeNumber(decade, Math.min(decade + 9, lastYear))
}

function drawStatus(random: Random): Life['residentStatus'] {
  return random.weighted([
    ['ACTIVE', 93],
    ['MOVED', 3],
    ['INACTIVE', 3],
    ['DUPLICATE', 1],
  ])
}
