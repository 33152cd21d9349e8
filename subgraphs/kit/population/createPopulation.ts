import type { Person } from './Person.ts'
import { createAtlas } from './createAtlas.ts'
import { createCalendar } from './createCalendar.ts'
import { createNikIssuer } from './createNikIssuer.ts'
import { drawPerson } from './drawPerson.ts'
import { personas } from './personas.ts'

export interface PopulationOptions {
  /** How many synthetic people beside the eight personas. */
  readonly size: number
  /** The day that their papers are counted back from, `YYYY-MM-DD`. */
  readonly day: string
}

/**
 * The personas, then as many synthetic people, each with a NIK of its own. The same on every machine; person 17 is the same
 * in a population of any size, and keeps NIK, name and home on any day.
 */
export function createPopulation({ size, day }: PopulationOptions): readonly Person[] {
  const calendar = createCalendar(day)
  const known = personas(calendar)
  const atlas = createAtlas()
  const issueNik = createNikIssuer(known.map(({ nik }) => nik))
  const drawn = Array.from({ length: size }, (_, place) =>
    drawPerson({ index: known.length + place, place, calendar, atlas, issueNik }),
  )
  return [...known, ...drawn]
}
