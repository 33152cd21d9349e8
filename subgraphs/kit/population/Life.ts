import type { Person } from './Person.ts'

/** The part of a person that the way abroad decides. */
export interface Life extends Pick<Person, 'sex' | 'residentStatus' | 'journey' | 'departures'> {
  readonly birthYear: number
}
