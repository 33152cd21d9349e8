import { randomUUID } from 'node:crypto'
import { createChangeSigner } from '../../platform/createChangeSigner.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import { developmentCallSecret } from '../../platform/developmentCallSecret.ts'
import { digestBody } from '../../platform/digestBody.ts'
import { composeSupergraph } from './composeSupergraph.ts'
import { lookupDirectives } from './lookupDirectives.ts'
import { startGateway } from './startGateway.ts'
import type { TestGateway } from './startGateway.ts'
import { startSubgraph } from './startSubgraph.ts'
import type { TestSubgraph } from './startSubgraph.ts'

/** A graph of 60 people at two agencies, small enough to count every call and change every value. */
export interface RegistryGraph {
  readonly registry: TestSubgraph
  readonly papers: TestSubgraph
  /** The names that the registry has; those of others are made of their ids. */
  readonly names: Map<string, string>
  /** Milliseconds since the epoch, for gateways and announcements. */
  readonly now: { value: number }
  readonly openGateway: (variables?: Readonly<Record<string, string>>) => Promise<TestGateway>
  /** Announces changes as an agency does, and answers the status. */
  readonly announce: (gateway: TestGateway, agency: string, ...ids: readonly string[]) => Promise<number>
  /** Calls to each agency since the last look. */
  readonly takeCalls: () => { readonly registry: number; readonly papers: number }
  readonly stop: () => Promise<void>
}

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", "@composeDirective"]
)`

const registrySdl = `
  ${link} ${lookupDirectives}
  type Query { person(id: ID! @is(field: "id")): Person @lookup people(first: Int): [Person!] census: Census! }
  type Census { count: Int! }
  type Mutation { rename(id: ID!, name: String!): Person }
  type Person @key(fields: "id") { id: ID! name: String age(on: String): String home: Town friends: [Person!] }
  type Town @key(fields: "code") { code: ID! name: String }
`

const papersSdl = `
  ${link}
  type Person @key(fields: "id") {
    id: ID!
    name: String @external
    papers(kind: Kind): [Paper!]
    badge: String @requires(fields: "name")
    town: Town
  }
  enum Kind { PASSPORT LETTER }
  type Paper { number: String! kind: Kind }
  type Town @key(fields: "code", resolvable: false) { code: ID! }
`

interface Reference {
  readonly id: string
  readonly name?: string | null
}

/** Starts the two agencies and composes them. */
export async function startRegistryGraph(): Promise<RegistryGraph> {
  const names = new Map(Array.from({ length: 60 }, (_person, index) => [String(index + 1), `Person ${index + 1}`]))
  const now = { value: Date.parse('2026-11-24T04:00:00Z') }
  const personOf = (id: string) => (names.has(id) ? { id, name: names.get(id) } : null)
  const registry = await startSubgraph({
    name: 'registry',
    sdl: registrySdl,
    resolvers: {
      Query: {
        person: (_root: unknown, { id }: Reference) => personOf(id),
        people: (_root: unknown, { first = 50 }: { readonly first?: number }) =>
          [...names.keys()].slice(0, first).map(personOf),
        census: () => ({ count: names.size }),
      },
      Mutation: {
        rename(_root: unknown, { id, name }: { readonly id: string; readonly name: string }) {
          names.set(id, name)
          return personOf(id)
        },
      },
      Person: {
        __resolveReference: ({ id }: Reference) => personOf(id),
        age: (_person: Reference, { on }: { readonly on?: string }) => `on ${on}`,
        home: () => ({ code: '5301', name: names.get('town') ?? 'Kupang' }),
        friends: ({ id }: Reference) => [personOf(id === '1' ? '2' : '1')],
      },
    },
  })
  const papers = await startSubgraph({
    name: 'papers',
    sdl: papersSdl,
    resolvers: {
      Person: {
        __resolveReference: (reference: Reference) => (names.has(reference.id) ? reference : null),
        papers: ({ id }: Reference, { kind = 'PASSPORT' }: { readonly kind?: string }) => [
          { number: `${kind} ${id}`, kind },
        ],
        badge: ({ name }: Reference) => `Badge of ${name}`,
        town: () => ({ code: '5301' }),
      },
    },
  })
  const supergraph = composeSupergraph([registry, papers])
  let seen = { registry: 0, papers: 0 }

  return {
    registry,
    papers,
    names,
    now,
    openGateway: (variables = {}) => startGateway(supergraph, variables, () => now.value),
    announce: (gateway, agency, ...ids) => announce(gateway, agency, { ids, clock: () => now.value }),
    takeCalls() {
      const before = seen
      seen = { registry: registry.requests.length, papers: papers.requests.length }
      return { registry: seen.registry - before.registry, papers: seen.papers - before.papers }
    },
    async stop() {
      await Promise.all([registry.stop(), papers.stop()])
    },
  }
}

interface Announcement {
  readonly ids: readonly string[]
  readonly clock: () => number
}

async function announce({ origin }: TestGateway, agency: string, { ids, clock }: Announcement): Promise<number> {
  const events = ids.map((id) => ({ id: randomUUID(), type: 'Person', key: { id } }))
  const body = JSON.stringify({ events })
  const sign = createChangeSigner({ key: deriveCallKey(developmentCallSecret, agency), agency, clock })
  const token = sign({ id: randomUUID(), bodyDigest: digestBody(body) })
  const { status } = await fetch(`${origin}/changes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  })
  return status
}
