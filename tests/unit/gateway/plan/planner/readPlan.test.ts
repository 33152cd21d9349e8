import { describe, expect, it } from '@jest/globals'
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner'
import { OperationTypeNode, parse } from 'graphql'
import { readPlan } from '../../../../../gateway/plan/planner/readPlan.ts'

function fetch(more: Partial<FetchNode> = {}): FetchNode {
  return {
    kind: 'Fetch',
    serviceName: 'registry',
    operation: '{a}',
    operationKind: OperationTypeNode.QUERY,
    operationName: 'Who__registry__0',
    operationDocumentNode: parse('{a}'),
    ...more,
  }
}

function read(node: PlanNode): unknown {
  return readPlan({ kind: 'QueryPlan', node })
}

const plain = {
  kind: 'fetch',
  agency: 'registry',
  path: [],
  query: '{a}',
  variables: [],
  requires: null,
  inputRewrites: [],
  outputRewrites: [],
  contextual: [],
}

describe('a plan of Apollo’s', () => {
  it('is null when it asks no agency', () => {
    expect(readPlan({ kind: 'QueryPlan' })).toBeNull()
  })

  it('is read with its order and its paths, which lie within each other', () => {
    const leaf = fetch()
    expect(
      read({
        kind: 'Sequence',
        nodes: [
          leaf,
          {
            kind: 'Flatten',
            path: ['people', '@'],
            node: {
              kind: 'Parallel',
              nodes: [leaf, { kind: 'Flatten', path: ['homes', '@', '@'], node: leaf }],
            },
          },
        ],
      }),
    ).toEqual({
      kind: 'sequence',
      nodes: [
        plain,
        {
          kind: 'parallel',
          nodes: [
            { ...plain, path: ['people', '@'] },
            { ...plain, path: ['people', '@', 'homes', '@', '@'] },
          ],
        },
      ],
    })
  })

  it('is read with what each fetch takes', () => {
    const node = fetch({
      variableUsages: ['id'],
      requires: [
        {
          kind: 'InlineFragment',
          typeCondition: 'Person',
          selections: [
            { kind: 'Field', name: '__typename' },
            { kind: 'InlineFragment', selections: [{ kind: 'Field', name: 'id' }] },
            { kind: 'Field', name: 'name', alias: 'name__alias_0' },
            { kind: 'Field', name: 'home', selections: [{ kind: 'Field', name: 'street' }] },
          ],
        },
      ],
      inputRewrites: [{ kind: 'ValueSetter', path: ['... on Person', '__typename'], setValueTo: 'Being' }],
      outputRewrites: [{ kind: 'KeyRenamer', path: ['name__alias_0'], renameKeyTo: 'name' }],
      contextRewrites: [
        {
          kind: 'KeyRenamer',
          path: ['..', '..', '... on Home', 'city', 'name'],
          renameKeyTo: 'contextualArgument_1_0',
        },
      ],
    })
    expect(read(node)).toEqual({
      ...plain,
      variables: ['id'],
      requires: [
        {
          kind: 'fragment',
          on: 'Person',
          selections: [
            { kind: 'field', key: '__typename', name: '__typename', selections: null },
            { kind: 'field', key: 'id', name: 'id', selections: null },
            { kind: 'field', key: 'name__alias_0', name: 'name__alias_0', selections: null },
            {
              kind: 'field',
              key: 'home',
              name: 'home',
              selections: [{ kind: 'field', key: 'street', name: 'street', selections: null }],
            },
          ],
        },
      ],
      inputRewrites: [{ path: ['... on Person', '__typename'], change: { set: 'Being' } }],
      outputRewrites: [{ path: ['name__alias_0'], change: { rename: 'name' } }],
      contextual: [{ variable: 'contextualArgument_1_0', up: 2, path: ['... on Home', 'city', 'name'] }],
    })
  })

  it('can be sent to another thread', () => {
    const plan = read({ kind: 'Parallel', nodes: [fetch(), fetch()] })
    expect(structuredClone(plan)).toEqual(plan)
  })

  it.each<[string, QueryPlan['node']]>([
    ['subscribes', { kind: 'Subscription', primary: fetch() }],
    ['defers', { kind: 'Defer', primary: {}, deferred: [] }],
    ['depends on a variable', { kind: 'Condition', condition: 'yes', ifClause: fetch() }],
  ])('is refused when it %s', (_what, node) => {
    expect(() => readPlan({ kind: 'QueryPlan', ...(node && { node }) })).toThrow('planned')
  })
})
