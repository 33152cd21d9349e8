import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { FetchPlan, PlanNode } from '../../../../../gateway/execute/PlanNode.ts'
import type { Place } from '../../../../../gateway/plan/planner/visitFetch.ts'
import { findEarly } from '../../../../../gateway/plan/planner/findEarly.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'

const schema = buildSchema(`
  type Query { book: Book items: [Item] }
  interface Item { twin: Book }
  type Lamp implements Item { twin: Book }
  type Book implements Item { id: ID twin: Book box: Box tax: Int }
  type Box { book: Book }`)

/** The registry requires a price for the tax of a book, and knows it of what is in a box; the shop has boxes as external. */
function placesIn(plan: PlanNode): readonly Place[] {
  return findEarly(plan, {
    schema,
    needsOf: (agency, typeName, name) =>
      `${agency} ${typeName}.${name}` === 'registry Book.tax'
        ? [{ path: '/price', key: 'price', types: new Set(['Book']) }]
        : [],
    isExternal: (agency, typeName, name) => `${agency} ${typeName}.${name}` === 'shop Book.box',
    provisionsOf: (_agency, typeName, name) => (`${typeName}.${name}` === 'Book.box' ? ['/book/price'] : []),
  })
}

function entities(selection: string, more: Partial<FetchPlan> = {}): FetchPlan {
  const query = `query($representations:[_Any!]!){_entities(representations:$representations){... on Book${selection}}}`
  return makeFetch(query, { requires: [], path: ['items', '@', 'twin'], ...more })
}

describe('what is asked for before what it requires is known', () => {
  it.each([
    ['of what a root field leads to', makeFetch('{ book { twin { tax } } }'), [['book', 'twin']]],
    ['inside of entities', entities('{ id twin { tax } }'), [['items', 'twin', 'twin']]],
    ['of one type of an interface', makeFetch('{ items { ... on Book { tax } } }'), [['items']]],
    ['in a fragment', makeFetch('{ items { ...F } } fragment F on Item { twin { tax } }'), [['items', 'twin']]],
    [
      "of an entity, where it is another agency's",
      entities('{ id box { __typename } }', { agency: 'shop' }),
      [['items', 'twin']],
    ],
    [
      'below a key that the answer does not keep',
      entities('{ twin__alias_0: twin { tax } }', {
        outputRewrites: [{ path: ['... on Book', 'twin__alias_0'], change: { rename: 'twin' } }],
      }),
      [['items', 'twin', 'twin']],
    ],
    [
      'after a lookup',
      {
        kind: 'sequence',
        nodes: [
          {
            kind: 'lookup',
            seeds: [
              {
                at: 'book',
                type: 'Book',
                key: [],
                owner: makeFetch('{ book { tax } }'),
                others: [entities('{ box { book { twin { tax } } } }', { path: ['book'] })],
              },
            ],
          },
          { kind: 'parallel', nodes: [entities('{ tax }')] },
        ],
      } as const,
      [['book'], ['book', 'box', 'book', 'twin']],
    ],
  ])('is found %s', (_where, plan, places) => {
    expect(placesIn(plan)).toEqual(places)
  })

  it.each([
    ['an entity, of which the agency is told', entities('{ tax }')],
    ['what the agency knows there itself', makeFetch('{ book { box { book { tax } } } }')],
    ['what another agency requires nothing for', makeFetch('{ book { tax } }', { agency: 'stock' })],
  ])('is nothing of %s', (_what, plan) => {
    expect(placesIn(plan)).toEqual([])
  })
})
