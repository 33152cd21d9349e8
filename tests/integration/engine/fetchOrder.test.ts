import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

type Source = Readonly<Record<string, unknown>>

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@shareable", "@context", "@fromContext"]
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

/** Of an item, two agencies know the code alone and one the number; two need something of each other, for different fields. */
const needing = {
  keys: {
    sdl: `${link} type Item @key(fields: "code") @key(fields: "id") { code: ID! id: ID! }`,
    resolvers: { Item: { __resolveReference: ({ code, id }: Source) => ({ code: code ?? `c${String(id)}`, id: 7 }) } },
  },
  stock: {
    sdl: `${link}
      type Item @key(fields: "id") { id: ID! size: String name: String @external label: String @requires(fields: "name") }`,
    resolvers: {
      Item: {
        __resolveReference: itself,
        size: ({ id }: Source) => `size of ${String(id)}`,
        label: ({ name }: Source) => `label of ${String(name)}`,
      },
    },
  },
  shop: {
    sdl: `${link}
      type Query { item: Item @shareable }
      type Item @key(fields: "code") {
        code: ID! note: String next: Item size: String @external box: String @requires(fields: "size")
      }`,
    resolvers: {
      Query: { item: () => ({ code: 'c7' }) },
      Item: {
        __resolveReference: itself,
        note: ({ code }: Source) => `note of ${String(code)}`,
        next: () => ({ code: 'c8' }),
        box: ({ size }: Source) => `box for ${String(size)}`,
      },
    },
  },
  names: {
    sdl: `${link}
      type Query { item: Item @shareable }
      type Item @key(fields: "code") {
        code: ID! name: String note: String @external size: String @external next: Item @external
        bag: String @requires(fields: "size next { note }")
      }`,
    resolvers: {
      Query: { item: () => ({ code: 'c7' }) },
      Item: {
        __resolveReference: itself,
        name: ({ code }: Source) => `name of ${String(code)}`,
        bag: ({ size, next }: Source) => `bag for ${String(size)} and ${String((next as Source)['note'])}`,
      },
    },
  },
}

it('is asked for what needs something of an agency once that is known, though that needs something of the same in turn', async () => {
  const { ask, engine } = await openMemoryEngine(needing)
  await expect(ask('{ item { id label box bag } }')).resolves.toEqual({
    data: {
      item: {
        id: '7',
        label: 'label of name of c7',
        box: 'box for size of 7',
        bag: 'bag for size of 7 and note of c8',
      },
    },
    errors: [],
  })
  await engine.stop()
})
