import type { MemoryAgency } from './createMemoryDispatch.ts'
import { lookupDirectives } from './lookupDirectives.ts'

const federation = 'https://specs.apollo.dev/federation/v2.9'

const people = new Map([
  ['1', { id: '1', name: 'Maria' }],
  ['2', { id: '2', name: 'Yohanes' }],
])

interface Reference {
  readonly id: string
}

interface HouseKey {
  readonly street: string
  readonly number: number
}

/** Three agencies that share people and houses; the registry owns both, and has lookups for them. */
export const lookupAgencies: Readonly<Record<string, MemoryAgency>> = {
  registry: {
    sdl: `
      extend schema @link(url: "${federation}", import: ["@key", "@composeDirective"])
      ${lookupDirectives}
      type Query {
        person(id: ID! @is(field: "id")): Person @lookup
        house(road: String! @is(field: "street"), number: Int! @is(field: "number")): House @lookup
        people: [Person!]
        partly(id: ID! @is(field: "id"), short: Boolean): Person @lookup
        nothing: Person @lookup
        unmarked(id: ID! @is(field: "id")): Person
        being(id: ID! @is(field: "id")): Being @lookup
        beings(id: ID! @is(field: "id")): [Person] @lookup
        everybody(id: ID! @is(field: "id")): Being! @lookup
      }
      type Mutation { person(id: ID! @is(field: "id")): Person @lookup }
      interface Being { id: ID! }
      type Person implements Being @key(fields: "id") {
        id: ID! name(short: Boolean): String birthPlace: String born: Int friends: [Person] home: House
      }
      type House @key(fields: "street number") { street: String! number: Int! color: String }
    `,
    resolvers: {
      Query: {
        person: (_root, { id }: Reference) => people.get(id) ?? null,
        house: (_root, { road, number }: { road: string; number: number }) => ({ street: road, number }),
        people: () => [...people.values()],
        being: (_root, { id }: Reference) => ({ __typename: 'Person', ...people.get(id) }),
      },
      Person: {
        __resolveReference: ({ id }: Reference) => people.get(id) ?? null,
        birthPlace: () => 'Ende',
        born: ({ id }: Reference) => 1990 + Number(id),
        friends: ({ id }: Reference) => [...people.values()].filter((one) => one.id !== id),
        home: () => ({ street: 'Jl. Eltari', number: 1 }),
      },
      House: { __resolveReference: (house: HouseKey) => house, color: () => 'blue' },
    },
  },
  papers: {
    sdl: `
      extend schema @link(url: "${federation}", import: ["@key", "@external", "@requires"])
      type Person @key(fields: "id") {
        id: ID! birthPlace: String @external
        papers: [Paper] count: Int witness: Person key: String greeting: String @requires(fields: "birthPlace")
      }
      type Paper @key(fields: "code") { code: ID! }
      type House @key(fields: "street number") { street: String! number: Int! deed: Paper }
    `,
    resolvers: {
      Person: {
        __resolveReference: (reference: Reference) => reference,
        papers: ({ id }: Reference) => [{ code: `P${id}` }, { code: 'P0' }],
        count: () => 2,
        witness: () => ({ id: '2' }),
        key: ({ id }: Reference) => JSON.stringify(id),
        greeting: ({ birthPlace }: { birthPlace?: unknown }) => `from ${String(birthPlace)}`,
      },
      House: {
        __resolveReference: (house: HouseKey) => house,
        deed: ({ number }: HouseKey) => ({ code: `H${number}` }),
      },
    },
  },
  press: {
    sdl: `
      extend schema @link(url: "${federation}", import: ["@key"])
      type Query { headline: String }
      type Person @key(fields: "id") { id: ID! news: [String!] }
      type Paper @key(fields: "code") { code: ID! printed: String }
    `,
    resolvers: {
      Query: { headline: () => 'Rain' },
      Person: { __resolveReference: (reference: Reference) => reference, news: ({ id }: Reference) => [`about ${id}`] },
      Paper: {
        __resolveReference: (reference: object) => reference,
        printed: ({ code }: { code: string }) => `${code} is printed`,
      },
    },
  },
}
