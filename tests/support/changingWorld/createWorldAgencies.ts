import type { MemoryAgency } from '../createMemoryDispatch.ts'
import type { World } from './createWorld.ts'
import { readWorld } from './readWorld.ts'

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])'

interface Reference {
  readonly id: string
  readonly name?: string | null
}

/** Three agencies that answer what is true in a world: each value is its thing, its arguments and its version. */
export function createWorldAgencies(world: World): Readonly<Record<string, MemoryAgency>> {
  const { exists, ids, home, top, friend } = readWorld(world)
  const tell = (agency: string, thing: string, said = thing) => world.give(agency, `${said}#${world.version(thing)}`)
  const personOf = (id: string) => (exists(id, world.now()) ? { id } : null)

  const registry: MemoryAgency = {
    sdl: `${link}
      type Query { person(id: ID!): Person people: [Person!] town(code: ID!): Town census: Census }
      type Census { count: Int }
      enum Style { SHORT LONG }
      type Person @key(fields: "id") { id: ID! name: String title(style: Style): String home: Town friend: Person }
      type Town @key(fields: "code") { code: ID! name: String }
    `,
    resolvers: {
      Query: {
        person: (_root, { id }: Reference) => personOf(id),
        people: () => ids(world.now()).map((id) => ({ id })),
        town: (_root, { code }: { readonly code: string }) => ({ code }),
        census: () => ({ count: world.give('registry', ids(world.now()).length) }),
      },
      Person: {
        __resolveReference: ({ id }: Reference) => personOf(id),
        name: ({ id }: Reference) => tell('registry', `person:${id}.name`),
        title: ({ id }: Reference, { style = '' }: { readonly style?: string }) =>
          tell('registry', `person:${id}.name`, `person:${id}.name${style}`),
        home: ({ id }: Reference) => ({ code: home(id, world.now()) }),
        friend: ({ id }: Reference) => personOf(friend(id)),
      },
      Town: { name: ({ code }: { readonly code: string }) => tell('registry', `town:${code}.name`) },
    },
  }
  const papers: MemoryAgency = {
    sdl: `${link}
      type Person @key(fields: "id") { id: ID! papers(kind: Kind): [Paper!] status: String }
      enum Kind { PASSPORT LETTER }
      type Paper { number: String }
    `,
    resolvers: {
      Person: {
        __resolveReference: ({ id }: Reference) => ({ id }),
        papers: ({ id }: Reference, { kind = '' }: { readonly kind?: string }) => [
          { number: tell('papers', `person:${id}.papers`, `person:${id}.papers${kind}`) },
        ],
        status: ({ id }: Reference) => tell('papers', `person:${id}.status`),
      },
    },
  }
  const scores: MemoryAgency = {
    sdl: `${link}
      type Query { top: Person }
      type Person @key(fields: "id") { id: ID! name: String @external score: String @requires(fields: "name") }
    `,
    resolvers: {
      Query: { top: () => world.give('scores', { id: top(world.now()) }) },
      Person: {
        __resolveReference: (reference: Reference) => reference,
        score: ({ id, name }: Reference) => tell('scores', `person:${id}.score`, `person:${id}.score(${name})`),
      },
    },
  }
  return { registry, papers, scores }
}
