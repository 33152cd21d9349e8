import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse, visit } from 'graphql'
import type { FetchPlan, PlanNode, Seed } from '../../../../../gateway/execute/PlanNode.ts'
import { createPassThrough } from '../../../../../gateway/execute/createPassThrough.ts'
import { markField } from '../../../../../gateway/execute/markField.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'
import type { Opaque } from '../../../../../gateway/execute/text/Opaque.ts'
import { createOpacity } from '../../../../../gateway/execute/text/createOpacity.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'

const schema = buildSchema(`
  interface Being { id: ID name: String }
  enum Kind { PASSPORT LETTER }
  type Query { people: [Person!] person(id: ID!): Person being: Being }
  type Person implements Being { id: ID name: String home: Home papers: [Paper!] score: Int }
  type Home { street: String city: City }
  type City { code: String name: String }
  type Paper { number: String kind: Kind }
`)
/** What clients see of it: not all kinds of papers. */
const api = buildSchema(`
  interface Being { id: ID name: String }
  enum Kind { PASSPORT }
  type Query { people: [Person!] person(id: ID!): Person being: Being }
  type Person implements Being { id: ID name: String home: Home papers: [Paper!] score: Int }
  type Home { street: String city: City }
  type City { code: String name: String }
  type Paper { number: String kind: Kind }
`)

interface Asked {
  readonly operation: string
  readonly plan: PlanNode
  /** Names of fields that are masked. */
  readonly masked?: readonly string[]
  readonly clientKeys?: ReadonlyMap<string, string | null>
}

/** What nobody looks into of a fetch's answers, as plain data. */
function opaqueIn(fetch: FetchPlan, { operation, plan, masked = [], clientKeys = new Map() }: Asked): unknown {
  const document = visit(parse(operation), {
    Field: (node) =>
      masked.includes(node.name.value) ? markField(node, { kind: 'masked', mask: 'LAST4', field: 'X.x' }) : undefined,
  })
  const { root } = shapeOfOperation(api, document)
  const shapeOf = (query: string) => shapeOfFetch(schema, query)
  const opaqueOf = createOpacity({
    plan,
    root,
    isPassedThrough: createPassThrough({ schema: api, clientKeys }),
    shapeOf,
  })
  return plain(opaqueOf(fetch, shapeOf(fetch.query)))
}

function plain(opaque: Opaque): unknown {
  if (opaque === 'whole') return 'whole'
  return Object.fromEntries(Array.from(opaque, ([key, inside]) => [key, plain(inside)]))
}

function entities(selection: string, more: Partial<FetchPlan> = {}): FetchPlan {
  const query = `query($representations:[_Any!]!){_entities(representations:$representations){...on Person{${selection}}}}`
  return makeFetch(query, {
    agency: 'papers',
    path: ['people', '@'],
    requires: requires(['Person', '__typename', 'id']),
    ...more,
  })
}

function sequence(...nodes: readonly PlanNode[]): PlanNode {
  return { kind: 'sequence', nodes }
}

const people = makeFetch('{people{__typename id name home{street city{code}}}}')

describe('of the answers of a plan', () => {
  const operation = '{ people { name home { street city { code } } papers { number } } }'

  it('nobody looks into what is shown as it comes, and into what leads to entities everybody does', () => {
    const papers = entities('papers{number}')
    const plan = sequence(people, papers)
    expect(opaqueIn(people, { operation, plan })).toEqual({ people: { name: 'whole', home: 'whole' } })
    expect(opaqueIn(papers, { operation, plan })).toEqual({ papers: 'whole' })
  })

  it('nobody looks into anything where one agency answers all', () => {
    const plan = makeFetch('{people{name}}')
    expect(opaqueIn(plan, { operation: '{ people { name } }', plan })).toEqual({ people: 'whole' })
  })

  it('somebody looks into what another agency has to be told', () => {
    const [, , , ...needs] = requires(['Person', '__typename', 'id'])
    expect(needs).toEqual([])
    const inner = { kind: 'field', key: 'code', name: 'code', selections: null } as const
    const city = { kind: 'field', key: 'city', name: 'city', selections: [inner] } as const
    const home = { kind: 'field', key: 'home', name: 'home', selections: [city] } as const
    const scores = entities('score', {
      requires: [{ kind: 'fragment', on: 'Person', selections: [home] }],
    })
    const plan = sequence(people, scores)
    expect(opaqueIn(people, { operation: '{ people { name home { street city { code } } score } }', plan })).toEqual({
      people: { name: 'whole', home: { street: 'whole' } },
    })
  })

  it('somebody looks into what an agency is told of what its objects stand in', () => {
    const contextual = { variable: 'contextualArgument_1_0', up: 1, path: ['... on Person', 'home', 'city', 'code'] }
    const papers = makeFetch(
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Paper{kind}}}',
      { path: ['people', '@', 'papers', '@'], requires: requires(['Paper', 'number']), contextual: [contextual] },
    )
    const all = makeFetch('{people{__typename name home{street city{code}} papers{number}}}')
    const plan = sequence(all, papers)
    expect(
      opaqueIn(all, { operation: '{ people { name home { street city { code } } papers { kind } } }', plan }),
    ).toEqual({
      people: { name: 'whole', home: { street: 'whole' } },
    })
  })

  it('somebody adds to an object that several agencies give, and nobody to a leaf', () => {
    const rest = entities('name home{street city{name}}')
    const plan = sequence(people, rest)
    const asked = { operation: '{ people { name home { street city { code name } } } }', plan }
    expect(opaqueIn(people, asked)).toEqual({
      people: { name: 'whole', home: { street: 'whole', city: { code: 'whole' } } },
    })
    expect(opaqueIn(rest, asked)).toEqual({ name: 'whole', home: { street: 'whole', city: { name: 'whole' } } })
  })

  it('somebody looks where something else is shown, and nowhere else', () => {
    const asked = { operation, plan: sequence(people, entities('papers{number}')) }
    expect(opaqueIn(people, { ...asked, masked: ['street'] })).toEqual({
      people: { name: 'whole', home: { city: 'whole' } },
    })
    expect(opaqueIn(people, { ...asked, clientKeys: new Map([['name', 'mine']]) })).toEqual({
      people: { home: 'whole' },
    })
  })

  it('somebody looks into what was selected otherwise than it is shown', () => {
    const plan = makeFetch('{people{home{city{code} street}}}')
    expect(opaqueIn(plan, { operation: '{ people { home { street city { code } } } }', plan })).toEqual({
      people: { home: { city: 'whole', street: 'whole' } },
    })
  })

  it('somebody looks for values that clients may not see', () => {
    const plan = makeFetch('{people{papers{number kind}}}')
    expect(opaqueIn(plan, { operation: '{ people { papers { number kind } } }', plan })).toEqual({
      people: { papers: { number: 'whole' } },
    })
  })

  it('somebody looks into what may be of several types, and into the names of types', () => {
    const plan = makeFetch('{being{__typename name}}')
    expect(opaqueIn(plan, { operation: '{ being { name } }', plan })).toEqual({})
    const typed = makeFetch('{people{__typename name}}')
    expect(opaqueIn(typed, { operation: '{ people { __typename name } }', plan: typed })).toEqual({ people: 'whole' })
    const first = sequence(typed, entities('papers{number}'))
    expect(opaqueIn(typed, { operation: '{ people { __typename name papers { number } } }', plan: first })).toEqual({
      people: { name: 'whole' },
    })
  })

  it.each<[string, Partial<FetchPlan>]>([
    ['is renamed', { outputRewrites: [{ path: ['papers'], change: { rename: 'other' } }] }],
    ['is asked for under another type', { inputRewrites: [{ path: ['__typename'], change: { set: 'Being' } }] }],
    ['may be of several types', { requires: requires(['Person', 'id'], ['Dog', 'id']) }],
  ])('somebody looks into what %s, and into whatever it may add to', (_what, more) => {
    const papers = entities('papers{number}', more)
    const asked = { operation, plan: sequence(people, papers) }
    expect(opaqueIn(papers, asked)).toEqual({})
    expect(opaqueIn(people, asked)).toEqual({
      people: { name: 'whole', home: { street: 'whole', city: { code: 'whole' } } },
    })
  })
})

describe('of the answer to a lookup', () => {
  const owner = makeFetch('query($id:ID!){person(id:$id){id name home{street}}}', { variables: ['id'] })
  const seed: Seed = { at: 'person', type: 'Person', key: [{ field: 'id', variable: 'id' }], owner, others: [] }
  const operation = 'query($id: ID!) { person(id: $id) { id name home { street } papers { number } } }'

  it('somebody looks at the entity, and at the key of it that others are told', () => {
    const papers = entities('papers{number}', { path: ['person'] })
    const plan: PlanNode = { kind: 'lookup', seeds: [{ ...seed, others: [papers] }] }
    expect(opaqueIn(owner, { operation, plan })).toEqual({ person: { name: 'whole', home: 'whole' } })
    expect(opaqueIn(papers, { operation, plan })).toEqual({ papers: 'whole' })
  })

  it('somebody looks at the entity also where nobody else is asked', () => {
    const plan: PlanNode = { kind: 'lookup', seeds: [seed] }
    expect(opaqueIn(owner, { operation, plan })).toEqual({ person: { id: 'whole', name: 'whole', home: 'whole' } })
  })
})
