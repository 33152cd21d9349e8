import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getOperationAST, parse } from 'graphql'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])`
const reference = { __resolveReference: (source: object) => source }
const told = (agency: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, () => `${name} of ${agency}`]))

const names = ['price', 'tax', 'label', 'all', 'none']
const shop = {
  sdl: `${link}
    type Query { product: Product }
    type Product @key(fields: "id") { id: ID! price: String tax: String label: String all: String none: String }`,
  resolvers: { Query: { product: () => ({ id: '1' }) }, Product: { ...reference, ...told('shop', names) } },
}
const bureau = {
  sdl: `${link}
    type Product @key(fields: "id") {
      id: ID!
      price: String @override(from: "shop", label: "percent(20)")
      tax: String @override(from: "shop", label: "percent(50.5)")
      label: String @override(from: "shop", label: "someday")
      all: String @override(from: "shop", label: "percent(100)")
      none: String @override(from: "shop", label: "percent(0)")
    }`,
  resolvers: { Product: { ...reference, ...told('bureau', names) } },
}

const query = '{ product { price tax label all none } }'

describe('fields on their way to another agency', () => {
  let engine: MemoryEngine
  let drawn = 0

  beforeAll(async () => {
    engine = await openMemoryEngine({ shop, bureau }, { random: () => drawn })
  })
  beforeEach(() => void (engine.calls.length = 0))
  afterAll(() => engine.engine.stop())

  it.each([
    [0, ['price', 'tax', 'all']],
    [0.199, ['price', 'tax', 'all']],
    [0.2, ['tax', 'all']],
    [0.504, ['tax', 'all']],
    [0.505, ['all']],
    [0.999, ['all']],
  ])('are asked of it for as many requests as their label says: %d', async (draw, moved) => {
    drawn = draw
    const { data, errors } = await engine.ask(query)
    const expected = names.map((name): [string, string] => [
      name,
      `${name} of ${moved.includes(name) ? 'bureau' : 'shop'}`,
    ])
    expect([data, errors]).toEqual([{ product: Object.fromEntries(expected) }, []])
  })

  it('have a plan for each share, all of them made before a supergraph is served', async () => {
    const document = parse('{ product { tax price } }')
    const definition = getOperationAST(document)
    if (!definition) throw new Error('There is an operation.')
    const before = engine.opened()
    await engine.engine.warm([{ document, definition }], new AbortController().signal)
    const warm = engine.opened()
    expect(warm).toBeGreaterThan(before)
    for (drawn of [0.1, 0.4, 0.8, 0.1]) await engine.ask('{ product { tax price } }')
    expect(engine.opened()).toBe(warm)
    expect(engine.engine.planned().filter(({ text }) => text.includes('tax\n    price'))).toHaveLength(1)
  })
})
