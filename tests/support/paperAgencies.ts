import type { MemoryAgency } from './createMemoryDispatch.ts'

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])'

interface Person {
  readonly __typename: 'Person'
  readonly id: string
  readonly name: string
}

const people = new Map(
  [
    ['1', 'Maria'],
    ['2', 'Yohanes'],
    ['3', 'Petrus'],
  ].map(([id = '', name = '']): [string, Person] => [id, { __typename: 'Person', id, name }]),
)

interface Reference {
  readonly id: string
}

/** Three agencies that share people: who they are, their papers, and a score that builds on both. */
export const paperAgencies: Readonly<Record<string, MemoryAgency>> = {
  registry: {
    sdl: `${link}
      type Query {
        person(id: ID!): Person
        people: [Person!]
        crowd: [Being]
        me: Person!
      }
      type Mutation { rename(id: ID!, name: String!): Person }
      interface Being { id: ID! }
      type Dog implements Being { id: ID! }
      type Person implements Being @key(fields: "id") { id: ID! name: String friends: [Person] best: Person }
    `,
    resolvers: {
      Query: {
        person: (_root, { id }: Reference) => people.get(id) ?? null,
        people: () => [...people.values()],
        crowd: () => [{ __typename: 'Dog', id: 'd' }, ...people.values()],
        me: () => people.get('1'),
      },
      Mutation: {
        rename: (_root, { id, name }: Person) => ({ ...people.get(id), name }),
      },
      Person: {
        __resolveReference: ({ id }: Reference) => people.get(id) ?? null,
        friends: ({ id }: Person) => [...people.values(), null].filter((person) => person?.id !== id),
        best: ({ id }: Person) => people.get(String(Number(id) + 1)) ?? null,
      },
    },
  },
  papers: {
    sdl: `${link}
      enum Kind { PASSPORT LETTER }
      type Person @key(fields: "id") { id: ID! papers: [Paper!] letters(kind: Kind): [Paper!] count: Int holds: Boolean }
      type Paper { number: String! @shareable kind: Kind holder: Person }
    `,
    resolvers: {
      Person: {
        __resolveReference: ({ id }: Reference) => ({ __typename: 'Person', id }),
        papers: ({ id }: Reference) => [{ number: `P${id}`, kind: 'PASSPORT', holder: { id } }],
        letters: () => [],
        count: () => 1,
        holds: () => true,
      },
    },
  },
  scores: {
    sdl: `${link}
      type Query { top: Person }
      type Person @key(fields: "id") {
        id: ID!
        name: String @external
        papers: [Paper!] @external
        score: String @requires(fields: "name papers { number }")
      }
      type Paper @shareable { number: String! }
    `,
    resolvers: {
      Query: { top: () => ({ __typename: 'Person', id: '2' }) },
      Person: {
        __resolveReference: (reference: object) => reference,
        score: (reference: { name?: unknown; papers?: unknown }) => JSON.stringify([reference.name, reference.papers]),
      },
    },
  },
}
