import { beforeAll, describe, expect, it } from '@jest/globals'
import { buildSchema, parse, validate } from 'graphql'
import { buildSubgraphSchema } from '@apollo/subgraph'
import type { FetchPlan, PlanNode } from '../../../../../gateway/execute/PlanNode.ts'
import { fetchesIn } from '../../../../../gateway/execute/fetchesIn.ts'
import { createPlanner } from '../../../../../gateway/plan/planner/createPlanner.ts'
import type { Planner } from '../../../../../gateway/plan/planner/createPlanner.ts'
import { composeSupergraph } from '../../../../support/composeSupergraph.ts'
import { lookupAgencies } from '../../../../support/lookupAgencies.ts'
import { planShape } from '../../../../support/planShape.ts'

let planner: Planner
beforeAll(() => {
  planner = createPlanner(
    composeSupergraph(Object.entries(lookupAgencies).map(([name, { sdl }]) => ({ name, url: '', sdl }))),
  )
})

/** All fetches of a plan, those of owners among them. */
function fetchesOf(node: PlanNode | null): readonly FetchPlan[] {
  return node === null ? [] : fetchesIn(node)
}

/** The plan of a query with the variables `$id` and `$other`, as far as it uses them. */
function plan(selection: string): PlanNode | null {
  const used = ['$id: ID!', '$other: ID!', '$road: String!', '$number: Int!'].filter((definition) =>
    selection.includes(definition.split(':')[0] ?? ''),
  )
  return planner.plan(`query${used.length === 0 ? '' : `(${used.join(' ')})`} ${selection}`)
}

describe('the schema that clients see', () => {
  it('has neither what joins agencies nor how they are joined', () => {
    const schema = buildSchema(planner.apiSdl)
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain('person')
    expect(planner.apiSdl).not.toMatch(/join__|_entities|@lookup/)
  })
})

describe('a plan', () => {
  it('is none for an operation that asks no agency', () => {
    expect(plan('{ __schema { queryType { name } } }')).toBeNull()
    expect(plan('{ __typename }')).toBeNull()
  })

  it('asks everybody at once for an entity that is looked up by its key', () => {
    expect(planShape(plan('{ person(id: $id) { name count news } }'))).toEqual({
      lookup: ['person: Person of registry'],
      others: ['papers.person', 'press.person'],
    })
  })

  it('knows the variable of each key field, whatever its argument is called', () => {
    expect(plan('{ mine: house(number: $number, road: $road) { color deed { code } } }')).toMatchObject({
      kind: 'lookup',
      seeds: [
        {
          at: 'mine',
          type: 'House',
          key: [
            { field: 'number', variable: 'number' },
            { field: 'street', variable: 'road' },
          ],
          others: [{ agency: 'papers', path: ['mine'] }],
        },
      ],
    })
  })

  it('asks everybody at once for several entities, their owner for each alone', () => {
    const node = plan('{ a: person(id: $id) { name count } b: person(id: $other) { born news } }')
    expect(planShape(node)).toEqual({
      lookup: ['a: Person of registry', 'b: Person of registry'],
      others: ['papers.a', 'press.b'],
    })
    expect(fetchesOf(node).map(({ query, variables }) => [query, variables])).toEqual(
      expect.arrayContaining([
        ['query($id:ID!){a:person(id:$id){__typename id name}}', ['id']],
        ['query($other:ID!){b:person(id:$other){__typename id born}}', ['other']],
      ]),
    )
  })

  it('asks the owner also where nothing of it is wanted: it says whether there is one', () => {
    expect(planShape(plan('{ person(id: $id) { news } }'))).toEqual({
      lookup: ['person: Person of registry'],
      others: ['press.person'],
    })
  })

  it('asks what builds on the owner’s answer after it', () => {
    expect(planShape(plan('{ person(id: $id) { news greeting } }'))).toEqual({
      sequence: [{ lookup: ['person: Person of registry'], others: ['press.person'] }, 'papers.person'],
    })
  })

  it('goes on below what another agency answered, at once with the owner', () => {
    expect(planShape(plan('{ person(id: $id) { name news papers { printed } } }'))).toEqual({
      lookup: ['person: Person of registry'],
      others: ['press.person', { sequence: ['papers.person', 'press.person.papers.@'] }],
    })
  })

  it('goes on below a single object of another agency as well', () => {
    expect(planShape(plan('{ person(id: $id) { name news witness { born } } }'))).toEqual({
      lookup: ['person: Person of registry'],
      others: ['press.person', { sequence: ['papers.person', 'registry.person.witness'] }],
    })
  })

  it('goes on below what the owner answered after it', () => {
    expect(planShape(plan('{ person(id: $id) { news friends { count } home { deed { code } } } }'))).toEqual({
      sequence: [
        { lookup: ['person: Person of registry'], others: ['press.person'] },
        { parallel: ['papers.person.friends.@', 'papers.person.home'] },
      ],
    })
  })

  it.each([
    ['stands beside another root field of its agency', '{ person(id: $id) { count } people { born } }'],
    ['stands beside a root field of another agency', '{ person(id: $id) { count } headline }'],
    ['has its key in the text', '{ person(id: "1") { name count } }'],
    ['is not marked', '{ unmarked(id: $id) { name count } }'],
    ['has an argument that is no key', '{ partly(id: $id, short: true) { name count } }'],
    ['answers an interface', '{ being(id: $id) { ... on Person { count } } }'],
    ['answers a list', '{ beings(id: $id) { count } }'],
  ])('asks in turn where the field %s', (_what, selection) => {
    const node = plan(selection)
    expect(JSON.stringify(node)).not.toContain('"lookup"')
    expect(fetchesOf(node).map(({ agency }) => agency)).toContain('registry')
  })

  it('asks in turn for what a mutation answers', () => {
    const node = planner.plan('mutation($id: ID!) { person(id: $id) { name count } }')
    expect(planShape(node)).toEqual({ sequence: ['registry', 'papers.person'] })
  })

  it('throws for a text that is no operation of the schema', () => {
    expect(() => planner.plan('{ nobody }')).toThrow('nobody')
  })
})

describe('the text of each fetch', () => {
  const agencies = new Map(
    Object.entries(lookupAgencies).map(([name, { sdl }]) => [name, buildSubgraphSchema(parse(sdl))]),
  )
  const fragments = `
    fragment Long on Person { id name birthPlace born }
    fragment Other on Person { count name birthPlace born home { street number color } }
  `

  it.each([
    ['{ person(id: $id) { name count papers { printed } } }', ''],
    ['{ a: person(id: $id) { ...Long friends { ...Long } } b: person(id: $other) { born } }', fragments],
    ['{ a: person(id: $id) { ...Long } b: person(id: $other) { ...Long news } }', fragments],
    ['{ a: person(id: $id) { ...Other friends { ...Other } } b: person(id: $other) { ...Long news } }', fragments],
  ])('is valid at its agency: %s', (selection, texts) => {
    const used = texts.split('\n').filter((line) => {
      const name = /fragment (\w+)/.exec(line)?.[1]
      return name !== undefined && selection.includes(name)
    })
    for (const { agency, query } of fetchesOf(plan(`${selection} ${used.join(' ')}`))) {
      const schema = agencies.get(agency)
      if (schema === undefined) throw new Error(`no agency ${agency}`)
      expect({ query, errors: validate(schema, parse(query)).map(({ message }) => message) }).toEqual({
        query,
        errors: [],
      })
    }
  })
})
