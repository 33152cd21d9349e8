import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { FetchPlan, PlanNode, Requirement } from '../../../../../gateway/execute/PlanNode.ts'
import { createGiving } from '../../../../../gateway/plan/planner/createGiving.ts'
import { orderFetches } from '../../../../../gateway/plan/planner/orderFetches.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'

const supergraph = buildSchema('type Query { item: Item } type Item { id: ID size: Int name: Int box: Int bag: Int }')
const root = makeFetch('{item{__typename id}}')

/** Asks an agency for fields of the item, given others of it. */
function entities(agency: string, fields: string, given: readonly string[] = []): FetchPlan {
  const query = `query($representations:[_Any!]!){_entities(representations:$representations){...on Item{${fields}}}}`
  const selections = ['__typename', 'id', ...given].map((key): Requirement => ({
    kind: 'field',
    key,
    name: key,
    selections: null,
  }))
  return makeFetch(query, { agency, path: ['item'], requires: [{ kind: 'fragment', on: 'Item', selections }] })
}

function order(nodes: readonly PlanNode[], parts: ReadonlyMap<FetchPlan, readonly FetchPlan[]> = new Map()): PlanNode {
  return orderFetches(
    { kind: 'sequence', nodes },
    {
      supergraph,
      gives: createGiving(supergraph),
      divide(fetch) {
        const divided = parts.get(fetch)
        return divided === undefined ? fetch : { kind: 'parallel', nodes: divided }
      },
    },
  )
}

describe('a fetch that is made before what it takes is known', () => {
  const name = entities('shop', 'name')
  const label = entities('stock', 'size bag', ['name'])
  const box = entities('shop', 'box', ['size'])

  it('waits for that, and so does what builds on it', () => {
    expect(order([root, label, { kind: 'parallel', nodes: [box, name] }])).toEqual({
      kind: 'sequence',
      nodes: [root, name, label, box],
    })
  })

  it('stays where it is known from another fetch, where nobody is asked for it, and where it is first', () => {
    const plan = [root, entities('names', 'name'), label, name]
    expect(order(plan)).toEqual({ kind: 'sequence', nodes: plan })
    expect(order([root, label, box])).toEqual({ kind: 'sequence', nodes: [root, label, box] })
    expect(order([root, { kind: 'parallel', nodes: [box, label] }, name])).toEqual({
      kind: 'sequence',
      nodes: [root, name, label, box],
    })
  })

  it('becomes several where what it takes waits for another of its fields, if it can', () => {
    const [size, bag] = [entities('stock', 'size'), entities('stock', 'bag', ['name'])]
    const both = entities('shop', 'name box', ['size'])
    const parts = new Map([
      [label, [size, bag]],
      [both, [name, box]],
    ])
    expect(order([root, { kind: 'parallel', nodes: [both, label] }], parts)).toEqual({
      kind: 'sequence',
      nodes: [root, size, both, bag],
    })
    expect(order([root, both, label])).toEqual({ kind: 'sequence', nodes: [root, both, label] })
  })
})
