import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

type Source = Readonly<Record<string, unknown>>

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@context", "@fromContext"]
)`
const itself = (source: Source): Source => source

/** An account that one agency finds, another has the cards of, and a third knows the currency of, which the cards take from it. */
const agencies = {
  register: {
    sdl: `${link} type Query { account: Account } type Account @key(fields: "id") { id: ID! }`,
    resolvers: { Query: { account: () => ({ id: '1' }) } },
  },
  cards: {
    sdl: `${link}
      type Account @key(fields: "id") @context(name: "account") {
        id: ID! tier: String currency: String @external region: String @external cards: [Card!]
      }
      type Card @key(fields: "id") {
        id: ID!
        limit(in: String @fromContext(field: "$account { currency }")): String
        fee(of: String @fromContext(field: "$account { region }")): String
        offer(in: String @fromContext(field: "$account { currency }")): Offer
      }
      type Offer @key(fields: "id") { id: ID! }`,
    resolvers: {
      Account: { __resolveReference: itself, tier: () => 'gold', cards: () => [{ id: '7' }, { id: '8' }] },
      Card: {
        __resolveReference: itself,
        limit: ({ id }: Source, given: Source) => `limit of ${String(id)} in ${String(given['in'])}`,
        fee: ({ id }: Source, { of }: Source) => `fee of ${String(id)} in ${String(of)}`,
        offer: ({ id }: Source, given: Source) => ({ id: `${String(id)} in ${String(given['in'])}` }),
      },
    },
  },
  rates: {
    sdl: `${link}
      type Account @key(fields: "id") {
        id: ID! currency: String tier: String @external region: String @requires(fields: "tier")
      }
      type Offer @key(fields: "id") { id: ID! text: String }`,
    resolvers: {
      Account: {
        __resolveReference: itself,
        currency: () => 'IDR',
        region: ({ tier }: Source) => `region of ${String(tier)}`,
      },
      Offer: { __resolveReference: itself, text: ({ id }: Source) => `offer ${String(id)}` },
    },
  },
}

describe('what is taken from above, where another agency than those around knows it', () => {
  let engine: MemoryEngine
  beforeAll(async () => {
    engine = await openMemoryEngine(agencies)
  })
  afterAll(() => engine.engine.stop())

  const cards = (make: (id: string) => object) => ({
    data: { account: { cards: ['7', '8'].map(make) } },
    errors: [],
  })

  it('is known before anybody is asked for what takes it', async () => {
    await expect(engine.ask('{ account { cards { limit } } }')).resolves.toEqual(
      cards((id) => ({ limit: `limit of ${id} in IDR` })),
    )
  })

  it('is known before what builds on that', async () => {
    await expect(engine.ask('{ account { cards { offer { text } } } }')).resolves.toEqual(
      cards((id) => ({ offer: { text: `offer ${id} in IDR` } })),
    )
  })

  it('may require something of the agency that takes it', async () => {
    await expect(engine.ask('{ account { tier cards { fee limit } } }')).resolves.toEqual({
      data: {
        account: {
          tier: 'gold',
          cards: ['7', '8'].map((id) => ({ fee: `fee of ${id} in region of gold`, limit: `limit of ${id} in IDR` })),
        },
      },
      errors: [],
    })
  })
})
