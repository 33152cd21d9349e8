import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])`

const partTypes = `
  interface Part { label(loud: Boolean): String }
  type Screw implements Part { label(loud: Boolean): String@ size(in: String = "mm"): String@ }
  type Panel implements Part { label(loud: Boolean): String@ size(in: String = "mm"): String@ }`

type Source = Readonly<Record<string, unknown>>

interface Told extends Source {
  readonly price: string
  readonly part: Source
  readonly parts: readonly (Source | null)[]
  readonly next: Source
}

/** What the fields of the shop make of what it is told: each says its own part of it. */
const readers: Readonly<Record<string, (source: Told) => unknown>> = {
  euros: ({ price }) => price,
  dollars: ({ price }) => price,
  plain: ({ price }) => price,
  screws: ({ part }) => part['size'],
  loud: ({ part, parts }) => [part, ...parts].map((one) => one?.['label']),
  quiet: ({ parts }) => parts,
  nested: ({ next }) => next,
  both: ({ next, price }) => [next['price'], price],
}
const names = Object.keys(readers)

/** A product of which one agency knows all, and others what it tells them, each with arguments of its own. */
const agencies = {
  stock: {
    sdl: `${link}
      type Query { product: Product products: [Product!] }
      type Product @key(fields: "id") {
        id: ID! price(in: String = "IDR"): String part: Part parts: [Part] next: Product
      }
      ${partTypes.replaceAll('@', '')}`,
    resolvers: {
      Query: { product: () => ({ id: '1' }), products: () => [{ id: '1' }, { id: '2' }] },
      Product: {
        __resolveReference: (source: Source) => source,
        price: ({ id }: Source, given: Source) => `${String(id)} ${String(given['in'])}`,
        part: () => ({ __typename: 'Screw' }),
        parts: () => [{ __typename: 'Panel' }, null, { __typename: 'Screw' }],
        next: () => ({ id: '2' }),
      },
      Screw: {
        label: (_source: Source, { loud }: Source) => (loud === true ? 'SCREW' : 'screw'),
        size: (_source: Source, given: Source) => `3 ${String(given['in'])}`,
      },
      Panel: {
        label: (_source: Source, { loud }: Source) => (loud === true ? 'PANEL' : 'panel'),
        size: (_source: Source, given: Source) => `4 ${String(given['in'])}`,
      },
    },
  },
  shop: {
    sdl: `${link}
      type Product @key(fields: "id") {
        id: ID! price(in: String = "IDR"): String @external part: Part @external parts: [Part] @external next: Product @external
        stars: Int
        euros: String @requires(fields: "price(in: \\"EUR\\")")
        dollars(note: String): String @requires(fields: "price(in: \\"USD\\")")
        plain: String @requires(fields: "price")
        screws: String @requires(fields: "part { ... on Screw { size(in: \\"cm\\") } }")
        loud: String @requires(fields: "part { label(loud: true) } parts { label(loud: true) }")
        quiet: String @requires(fields: "parts { label ... on Screw { size(in: \\"cm\\") } ... on Panel { size(in: \\"in\\") } }")
        nested: String @requires(fields: "next { price(in: \\"EUR\\") next { price } }")
        both: String @requires(fields: "next { price(in: \\"USD\\") } price(in: \\"EUR\\")")
      }
      ${partTypes.replaceAll('@', ' @external')}`,
    resolvers: {
      Product: {
        __resolveReference: (source: Source) => source,
        stars: () => 5,
        ...Object.fromEntries(
          Object.entries(readers).map(([name, read]) => [name, (source: Told) => JSON.stringify(read(source))]),
        ),
      },
    },
  },
}

describe('what agencies require of each other with arguments', () => {
  let graph: MemoryEngine
  beforeAll(async () => {
    graph = await openMemoryEngine(agencies)
  })
  afterAll(() => graph.engine.stop())
  beforeEach(() => {
    graph.calls.length = 0
    graph.tampers.clear()
  })

  /** What the shop was told of the first product for a field that is asked for alone. */
  async function alone(name: string): Promise<unknown> {
    const { data } = await graph.ask(`{ product { ${name} } }`)
    return (data as { readonly product: Source }).product[name]
  }

  it.each<[string, unknown]>([
    ['euros', '1 EUR'],
    ['dollars', '1 USD'],
    ['plain', '1 IDR'],
    ['screws', '3 cm'],
    ['loud', ['SCREW', 'PANEL', null, 'SCREW']],
    ['quiet', [{ label: 'panel', size: '4 in' }, null, { label: 'screw', size: '3 cm' }]],
    ['nested', { price: '2 EUR', next: { price: '2 IDR' } }],
    ['both', ['2 USD', '1 EUR']],
  ])('is what they ask for: %s', async (name, expected) => {
    expect(JSON.parse(String(await alone(name)))).toEqual(expected)
  })

  it('may differ from field to field of one agency', async () => {
    const { data, errors } = await graph.ask('{ product { stars euros dollars plain } }')
    expect(errors).toEqual([])
    expect(data).toEqual({
      product: { stars: 5, euros: '"1 EUR"', dollars: '"1 USD"', plain: '"1 IDR"' },
    })
    expect(graph.calls.map(({ agency }) => agency)).toEqual(['stock', 'shop', 'shop', 'shop'])
  })

  it('is told in one call where it is the same', async () => {
    await graph.ask('{ product { stars euros a: dollars b: dollars(note: "x") } }')
    expect(graph.calls.map(({ agency }) => agency)).toEqual(['stock', 'shop', 'shop'])
    await graph.ask('{ product { stars euros } }')
    expect(graph.calls.slice(3).map(({ agency }) => agency)).toEqual(['stock', 'shop'])
  })

  it('may differ inside what is required, and by type', async () => {
    const { data, errors } = await graph.ask(`{ product { ${names.join(' ')} } products { ${names.join(' ')} } }`)
    expect(errors).toEqual([])
    const expected: Record<string, unknown> = {}
    for (const name of names) expected[name] = await alone(name)
    expect(data).toMatchObject({ product: expected, products: [expected, {}] })
  })

  it('may differ from what the client asks for', async () => {
    const query = `query($in: String) {
      product { price price_in: price(in: $in) own_0_price: price(in: "GBP") euros nested next { price next { price(in: "EUR") } } }
    }`
    const { data, errors } = await graph.ask(query, { in: 'USD' })
    expect(errors).toEqual([])
    expect(data).toEqual({
      product: {
        price: '1 IDR',
        price_in: '1 USD',
        own_0_price: '1 GBP',
        euros: '"1 EUR"',
        nested: '{"price":"2 EUR","next":{"price":"2 IDR"}}',
        next: { price: '2 IDR', next: { price: '2 EUR' } },
      },
    })
  })

  it('is no field that a client can ask for', async () => {
    await expect(graph.ask('{ product { own_0_price } }')).rejects.toThrow('not valid')
  })
})
