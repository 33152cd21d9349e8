import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse, print } from 'graphql'
import { separateRequired } from '../../../../../gateway/plan/planner/separateRequired.ts'
import { composeSupergraph } from '../../../../support/composeSupergraph.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@context", "@fromContext"])`

function separate(agencies: Readonly<Record<string, string>>) {
  const sdl = composeSupergraph(
    Object.entries(agencies).map(([name, own]) => ({ name, sdl: `${link} ${own}`, url: '' })),
  )
  const document = parse(sdl, { noLocation: true })
  const { supergraph, agencies: added } = separateRequired(document, buildASTSchema(document, { assumeValidSDL: true }))
  return { document, supergraph, added: Object.fromEntries(added), lines: print(supergraph).split('\n') }
}

const prices = 'type Product @key(fields: "id") { id: ID! price: Int }'
const totals = 'type Product @key(fields: "id") { id: ID! tax: Int @external total: Int @requires(fields: "tax") }'
const shop = (fields: string) =>
  `type Query { product: Product } type Product @key(fields: "id") { id: ID! own: Int price: Int @external ${fields} }`

describe('a supergraph', () => {
  it('stays as it is where nothing that requires something is required', () => {
    const { document, supergraph, added } = separate({ shop: shop('tax: Int @requires(fields: "price")'), prices })
    expect(supergraph).toBe(document)
    expect(added).toEqual({})
  })

  it('gives what requires something, and what is external for it, to a second agency', () => {
    const { added, lines } = separate({ shop: shop('tax: Int @requires(fields: "price")'), prices, totals })
    expect(added).toEqual({ own_shop: 'shop' })
    const fields = lines.map((line) => line.trim()).filter((line) => /^(own|price|tax|product): /.test(line))
    expect(fields).toEqual([
      'price: Int @join__field(graph: PRICES) @join__field(graph: own_SHOP, external: true)',
      'own: Int @join__field(graph: SHOP)',
      'tax: Int @join__field(graph: own_SHOP, requires: "price") @join__field(graph: TOTALS, external: true)',
      'product: Product @join__field(graph: SHOP)',
    ])
    expect(lines.join(' ')).toContain('own_SHOP @join__graph(name: "own_shop", url: "")')
    expect(lines.join(' ')).toContain('@join__type(graph: own_SHOP, key: "id")')
  })

  it('leaves to an agency all that it alone has', () => {
    const given = `${shop('tax: Int @requires(fields: "price")')}
      type Store @key(fields: "id") @context(name: "store") { id: ID! town: String product: Product }
      interface Sold { id: ID! }
      type Sale implements Sold @key(fields: "id") { id: ID! price: Int @external tax: Int @requires(fields: "price")
        place(town: String @fromContext(field: "$store { town }")): String }`
    const sales = (fields: string) => `type Sale @key(fields: "id") { id: ID! ${fields} }`
    const { lines } = separate({
      shop: `${given} extend type Query { stores: [Store] } extend type Store { sale: Sale }`,
      prices: `${prices} ${sales('price: Int')}`,
      totals: `${totals} ${sales('tax: Int @external total: Int @requires(fields: "tax")')}`,
    })
    const fields = lines.map((line) => line.trim()).filter((line) => /^(town|product|sale|place)\b.* @join/.test(line))
    expect(fields.map((line) => line.replace(/, contextArguments.*/, ')'))).toEqual([
      'product: Product @join__field(graph: SHOP)',
      'place: String @join__field(graph: SHOP)',
      'town: String @join__field(graph: SHOP)',
      'product: Product @join__field(graph: SHOP)',
      'sale: Sale @join__field(graph: SHOP)',
    ])
  })

  it('leaves to an agency what it provides', () => {
    const given = `${shop('tax: Int @requires(fields: "price")')} extend type Query { cheapest: Product @provides(fields: "price") }`
    const shared = prices.replace('Int }', 'Int @shareable }')
    const { lines } = separate({ shop: given, prices: shared, totals })
    expect(lines.map((line) => line.trim())).toContain(
      'price: Int @join__field(graph: PRICES) @join__field(graph: SHOP, external: true) @join__field(graph: own_SHOP, external: true)',
    )
  })

  it('calls a second agency by no name that there is', () => {
    const { added } = separate({ shop: shop('tax: Int @requires(fields: "price")'), own_shop: prices, totals })
    expect(added).toEqual({ own__shop: 'shop' })
  })
})
