import { describe, expect, it } from '@jest/globals'
import type { FetchPlan, LookupPlan, PlanNode, Requirement } from '../../../../../gateway/execute/PlanNode.ts'
import { hoistLookups } from '../../../../../gateway/plan/planner/hoistLookups.ts'
import { planShape } from '../../../../support/planShape.ts'

const lookups = new Map([
  ['person', { type: 'Person', keyOf: new Map([['id', 'id']]) }],
  [
    'house',
    {
      type: 'House',
      keyOf: new Map([
        ['road', 'street'],
        ['number', 'number'],
      ]),
    },
  ],
])

function field(key: string, selections: readonly Requirement[] | null = null): Requirement {
  return { kind: 'field', key, name: key, selections }
}

const byKey: readonly Requirement[] = [
  { kind: 'fragment', on: 'Person', selections: [field('__typename'), field('id')] },
]

function fetch(agency: string, path: string, more: Partial<FetchPlan> = {}): FetchPlan {
  return {
    kind: 'fetch',
    agency,
    path: path === '' ? [] : path.split('.'),
    query: '',
    variables: [],
    requires: byKey,
    inputRewrites: [],
    outputRewrites: [],
    contextual: [],
    ...more,
  }
}

function root(query: string, more: Partial<FetchPlan> = {}): FetchPlan {
  const variables = [...new Set([...query.matchAll(/\$(\w+)/g)].map(([, name = '']) => name))]
  return fetch('registry', '', { requires: null, query, variables, ...more })
}

function sequence(...nodes: readonly PlanNode[]): PlanNode {
  return { kind: 'sequence', nodes }
}

function parallel(...nodes: readonly PlanNode[]): PlanNode {
  return { kind: 'parallel', nodes }
}

const person = root('query($id: ID!) { person(id: $id) { __typename id friends { id } } }')

function shapeOf(...nodes: readonly PlanNode[]): unknown {
  return planShape(hoistLookups(sequence(...nodes), lookups))
}

function lookupOf(query: string): LookupPlan {
  const node = hoistLookups(root(query), lookups)
  if (node.kind !== 'lookup') throw new Error('no lookup')
  return node
}

describe('a first question that is only a lookup', () => {
  const seed = 'person: Person of registry'

  it('is one although nothing follows it', () => {
    expect(planShape(hoistLookups(person, lookups))).toEqual({ lookup: [seed], others: [] })
    expect(shapeOf(person)).toEqual({ lookup: [seed], others: [] })
  })

  it('takes along what takes the key alone, and leaves the rest for later', () => {
    const late = [{ kind: 'fragment', on: 'Person', selections: [field('id'), field('name')] }] as const
    expect(
      shapeOf(
        person,
        parallel(
          fetch('a', 'person'),
          fetch('b', 'person', { requires: late }),
          fetch('c', 'person', { requires: [field('id', [field('id')])] }),
          fetch('d', 'person.friends.@'),
          fetch('e', 'other'),
          root('{ people { id } }'),
        ),
        fetch('f', 'person.x'),
        fetch('g', 'person'),
      ),
    ).toEqual({
      sequence: [
        { lookup: [seed], others: ['a'].map((name) => `${name}.person`) },
        { parallel: ['b.person', 'c.person', 'd.person.friends.@', 'e.other', 'registry'] },
        'f.person.x',
        'g.person',
      ],
    })
  })

  it('takes along a single question that follows', () => {
    expect(shapeOf(person, fetch('a', 'person'))).toEqual({ lookup: [seed], others: ['a.person'] })
    expect(shapeOf(person, fetch('a', 'person.friends.@'))).toEqual({
      sequence: [{ lookup: [seed], others: [] }, 'a.person.friends.@'],
    })
  })

  it('takes along a branch that goes on only below what it has asked for itself', () => {
    const deep = sequence(
      fetch('a', 'person'),
      parallel(
        fetch('b', 'person.papers.@'),
        sequence(fetch('c', 'person.papers.@'), fetch('d', 'person.papers.@.by')),
      ),
    )
    expect(shapeOf(person, parallel(deep, fetch('e', 'person')))).toEqual({
      lookup: [seed],
      others: ['e.person', planShape(deep)],
    })
  })

  it('takes along a branch that goes on at a single object which it has asked for itself', () => {
    const branch = sequence(fetch('a', 'person'), fetch('b', 'person.witness'))
    expect(shapeOf(person, parallel(branch, fetch('c', 'person')))).toEqual({
      lookup: [seed],
      others: ['c.person', planShape(branch)],
    })
  })

  it.each<[string, PlanNode]>([
    ['of the entity itself', fetch('b', 'person')],
    ['of what the owner answers too', fetch('b', 'person.friends.@')],
    ['of what another branch asks for', fetch('b', 'other.papers.@')],
  ])('does not take along a branch that goes on with a question %s', (_what, inner) => {
    const branch = sequence(fetch('a', 'person'), inner)
    expect(shapeOf(person, parallel(branch, fetch('c', 'person')))).toEqual({
      sequence: [{ lookup: [seed], others: ['c.person'] }, planShape(branch)],
    })
  })

  it('does not take along a branch below an object of which it cannot see all that the owner is asked for', () => {
    const hidden = root('query($id: ID!) { person(id: $id) { id ...F } } fragment F on Person { papers { code } }')
    const branch = sequence(fetch('a', 'person'), fetch('b', 'person.papers.@'))
    expect(shapeOf(hidden, parallel(branch, fetch('c', 'person')))).toEqual({
      sequence: [{ lookup: [seed], others: ['c.person'] }, planShape(branch)],
    })
  })

  it('does not take along what is told to an agency of what the owner answers', () => {
    const contextual = [{ variable: 'contextualArgument_1_0', up: 1, path: ['... on Person', 'name'] }]
    const own = fetch('a', 'person', { contextual: [{ variable: 'contextualArgument_1_0', up: 0, path: ['name'] }] })
    expect(shapeOf(person, own)).toEqual({ sequence: [{ lookup: [seed], others: [] }, planShape(own)] })
    const branch = sequence(fetch('a', 'person'), fetch('b', 'person.papers.@', { contextual }))
    expect(shapeOf(person, branch)).toEqual({ sequence: [{ lookup: [seed], others: [] }, planShape(branch)] })
  })

  it('does not take along a branch that begins with several', () => {
    const several = sequence(parallel(fetch('a', 'person')), fetch('b', 'person.papers.@'))
    expect(shapeOf(person, several)).toEqual({ sequence: [{ lookup: [seed], others: [] }, planShape(several)] })
  })
})

describe('the owner', () => {
  it('is asked for each entity alone, with the variables and the fragments that it uses', () => {
    const { seeds } = lookupOf(
      `query($a: ID!, $b: ID!, $long: Boolean!, $short: Boolean!) {
        one: person(id: $a) { ...Outer }
        person(id: $b) { name(short: $short) }
      }
      fragment Outer on Person { id ...Inner }
      fragment Inner on Person { name(long: $long) }`,
    )
    expect(seeds).toMatchObject([
      {
        at: 'one',
        key: [{ field: 'id', variable: 'a' }],
        owner: {
          agency: 'registry',
          variables: ['a', 'long'],
          query:
            'query($a:ID!$long:Boolean!){one:person(id:$a){...Outer}}fragment Outer on Person{id ...Inner}fragment Inner on Person{name(long:$long)}',
        },
      },
      {
        at: 'person',
        key: [{ field: 'id', variable: 'b' }],
        owner: {
          variables: ['b', 'short'],
          query: 'query($b:ID!$short:Boolean!){person(id:$b){name(short:$short)}}',
        },
      },
    ])
  })

  it('is told keys under the names of their fields', () => {
    const { seeds } = lookupOf('query($n: Int!, $s: String!) { house(number: $n, road: $s) { color } }')
    expect(seeds[0]).toMatchObject({
      type: 'House',
      key: [
        { field: 'number', variable: 'n' },
        { field: 'street', variable: 's' },
      ],
    })
  })
})

describe('a plan', () => {
  it.each<[string, PlanNode]>([
    ['looks nothing up', root('{ people { id } }')],
    ['looks something up beside something else', root('query($id: ID!) { person(id: $id) { id } people { id } }')],
    ['looks up by a key in its text', root('{ person(id: "1") { id } }')],
    ['looks up by a part of the key', root('query($n: Int!) { house(number: $n) { color } }')],
    ['says something else of the field', root('query($id: ID!) { person(id: $id) @own { id } }')],
    ['has the field in a fragment', root('query($id: ID!) { ... on Query { person(id: $id) { id } } }')],
    ['changes something', root('mutation($id: ID!) { person(id: $id) { id } }')],
    ['begins elsewhere', root('query($id: ID!) { person(id: $id) { id } }', { path: ['query'] })],
    ['begins with entities', fetch('registry', 'person')],
    [
      'renames what it asks for',
      root('query($id: ID!) { person(id: $id) { id } }', {
        outputRewrites: [{ path: ['person'], change: { rename: 'another' } }],
      }),
    ],
    ['begins with several agencies', parallel(person, root('{ headline }'))],
    ['does nothing', sequence()],
  ])('stays as it is where it %s', (_what, node) => {
    const plan = sequence(node, fetch('a', 'person'))
    expect(hoistLookups(plan, lookups)).toBe(plan)
    expect(hoistLookups(node, lookups)).toBe(node)
  })
})
