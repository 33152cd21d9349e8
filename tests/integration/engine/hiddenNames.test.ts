import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'
import { isAstray } from '../../support/worlds/isAstray.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`

describe('what agencies need of each other, and have an error at', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine({
      shop: {
        sdl: `${link}
          type Query { product: Product other: Product }
          type Product @key(fields: "place { code }") { place: Place name: String motto: String }
          type Place { code: ID }`,
        resolvers: {
          Query: { product: () => ({}), other: () => ({ place: { code: 'x' } }) },
          Product: { place: ({ place }: { readonly place?: object }) => place ?? Promise.reject(new Error('lost')) },
        },
      },
      prices: {
        sdl: `${link}
          type Product @key(fields: "place { code }") { place: Place price: Int } type Place { code: ID }`,
        resolvers: { Product: { __resolveReference: (source: object) => source } },
      },
    })
  })
  afterAll(() => engine.engine.stop())

  it.each([
    ['{ product { place: name price } }', { product: { place: null, price: null } }],
    [
      '{ product { price ...Named } other { place { code } } } fragment Named on Product { place: motto }',
      expect.anything(),
    ],
  ])('is not told at what a client calls by its name: %s', async (query, expected) => {
    const { data, errors } = await engine.ask(query)
    expect(data).toEqual(expected)
    expect(errors.map((error) => isAstray(data, error))).toContain(true)
    expect(errors).not.toContainEqual(expect.objectContaining({ path: ['product', 'place'] }))
  })

  it('is told there where the client asked for it as well', async () => {
    const { data, errors } = await engine.ask('{ product { name: motto place { own: code } price } }')
    expect(data).toEqual({ product: { name: null, place: null, price: null } })
    expect(errors).toContainEqual(expect.objectContaining({ path: ['product', 'place'] }))
  })
})
