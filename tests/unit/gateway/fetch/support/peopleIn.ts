import type { AgencyCall } from '../../../../../gateway/agency/AgencyCall.ts'

/** Someone that a call asks for, and where the answer has a place for them. */
export interface AskedPerson {
  readonly id: string
  readonly place: readonly [string] | readonly [string, number]
}

const many = /^(\d+) times /

/** Whom a call asks for: `askForPeople`, `lookUpPerson`, or any number of either that travel together. */
export function peopleIn({ query, variables, lookup }: AgencyCall): readonly AskedPerson[] {
  if (lookup === undefined) {
    const people = variables['representations'] as readonly { readonly id: string }[]
    return people.map(({ id }, index) => ({ id, place: ['_entities', index] }))
  }
  const [, count] = many.exec(query) ?? []
  if (count === undefined) return [{ id: String(variables['id']), place: ['person'] }]
  return Array.from({ length: Number(count) }, (_, index) => ({
    id: String(variables[lookup.variableOf('id', index)]),
    place: [lookup.aliasOf(index)],
  }))
}
