import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import type { PlanNode } from '../../../../gateway/execute/PlanNode.ts'
import { createExecutable } from '../../../../gateway/execute/createExecutable.ts'
import type { Executed } from '../../../../gateway/execute/createExecutable.ts'
import { createFieldRoom } from '../../../../gateway/execute/shape/createFieldRoom.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { contextWith } from '../../../support/contextWith.ts'
import { createFakeSources } from '../../../support/createFakeSources.ts'
import type { FakeAnswer } from '../../../support/createFakeSources.ts'
import { makeFetch } from '../../../support/makeFetch.ts'

const schema = buildSchema(`
  type Query { a: Int b: Int! list: [Item!] }
  type Item { x: Int }
`)

interface Executing {
  readonly query: string
  readonly answer?: FakeAnswer
  readonly variables?: Record<string, unknown>
  readonly clientKeys?: ReadonlyMap<string, string>
}

async function execute({ query, answer, variables = {}, clientKeys = new Map() }: Executing): Promise<Shown> {
  const { sourceOf } = createFakeSources(answer === undefined ? {} : { registry: answer })
  const plan: PlanNode | null = answer === undefined ? null : makeFetch(query)
  const executable = createExecutable({
    document: parse(query),
    clientKeys,
    plan,
    schema,
    supergraph: schema,
    sourceOf,
    room: createFieldRoom(),
  })
  return shown(executable(variables, contextWith(createDeadline({ milliseconds: 20_000 }))))
}

type Shown = Pick<Executed, 'data' | 'errors'>

async function shown(executed: Promise<Executed>): Promise<Shown> {
  const { data, errors } = await executed
  return { data, errors }
}

function told({ errors }: Shown): readonly unknown[] {
  return errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])
}

describe('an executable', () => {
  it('answers what its plan gathers, as the operation has it', async () => {
    const answer: FakeAnswer = () => ({ data: { list: [{ x: 1, y: 2 }], a: 3 } })
    await expect(execute({ query: '{ a list { x } }', answer })).resolves.toEqual({
      data: { a: 3, list: [{ x: 1 }] },
      errors: [],
    })
  })

  it('answers from the schema without a plan', async () => {
    await expect(execute({ query: '{ __typename __type(name: "Item") { name } }' })).resolves.toEqual({
      data: { __typename: 'Query', __type: { name: 'Item' } },
      errors: [],
    })
  })

  it('answers from the schema beside what its plan gathers', async () => {
    const answer: FakeAnswer = () => ({ data: { a: 1 } })
    const { data } = await execute({ query: '{ s: __schema { queryType { name } } a }', answer })
    expect(data).toEqual({ s: { queryType: { name: 'Query' } }, a: 1 })
  })

  it('answers from the schema under any name', async () => {
    const { data } = await execute({ query: '{ __proto__: __schema { __proto__: queryType { name } } }' })
    expect(JSON.stringify(data)).toBe('{"__proto__":{"__proto__":{"name":"Query"}}}')
  })

  it('tells what is missing under the client’s names, by error and code', async () => {
    const answer: FakeAnswer = () => ({
      data: { a: null, own_a: null, list: [{ own_x: null }] },
      gaps: [
        { code: 'AGENCY_UNAVAILABLE', details: { agency: 'registry' }, place: ['list', 0, 'own_x'] },
        { code: 'AGENCY_ERROR', details: {}, place: ['own_a'] },
        { code: 'INTERNAL', details: {} },
      ],
    })
    const clientKeys = new Map([
      ['own_a', 'mine'],
      ['own_x', 'x'],
    ])
    const executed = await execute({ query: '{ own_a: a list { own_x: x } }', answer, clientKeys })
    expect(executed.data).toEqual({ mine: null, list: [{ x: null }] })
    expect(told(executed)).toEqual([
      ['list.0.x', 'AGENCY_UNAVAILABLE'],
      ['mine', 'AGENCY_ERROR'],
      [undefined, 'INTERNAL'],
    ])
    expect(executed.errors[0]?.extensions).toMatchObject({ agency: 'registry' })
  })

  it('tells of values that do not fit, unless it tells already of what is missing', async () => {
    const unfit: FakeAnswer = () => ({ data: { a: 'x', list: [{ x: 'y' }] } })
    const executed = await execute({ query: '{ a list { x } }', answer: unfit })
    expect(executed.data).toEqual({ a: null, list: [{ x: null }] })
    expect(told(executed)).toEqual([
      ['a', 'AGENCY_ERROR'],
      ['list.0.x', 'AGENCY_ERROR'],
    ])
    const gone: FakeAnswer = () => ({
      data: { a: null, b: null },
      gaps: [{ code: 'AGENCY_UNAVAILABLE', details: {}, place: ['b'] }],
    })
    const without = await execute({ query: '{ a b }', answer: gone })
    expect(without.data).toBeNull()
    expect(told(without)).toEqual([['b', 'AGENCY_UNAVAILABLE']])
  })

  it('tells of a hundred misfits and of no more', async () => {
    const answer: FakeAnswer = () => ({ data: { list: Array.from({ length: 500 }, () => ({ x: 'no' })) } })
    const { errors } = await execute({ query: '{ list { x } }', answer })
    expect(errors).toHaveLength(100)
  })

  it('keeps nothing from one time to the next', async () => {
    const query = '{ a list { x } }'
    let turn = 0
    const { sourceOf } = createFakeSources({
      registry: () => {
        turn += 1
        return { data: { a: turn, list: [{ x: turn }] } }
      },
    })
    const plan = makeFetch(query)
    const run = createExecutable({
      document: parse(query),
      clientKeys: new Map(),
      plan,
      schema,
      supergraph: schema,
      sourceOf,
      room: createFieldRoom(),
    })
    const context = contextWith(createDeadline({ milliseconds: 20_000 }))
    await expect(shown(run({}, context))).resolves.toEqual({ data: { a: 1, list: [{ x: 1 }] }, errors: [] })
    await expect(shown(run({}, context))).resolves.toEqual({ data: { a: 2, list: [{ x: 2 }] }, errors: [] })
  })
})

describe('what a plan remembers of the types that it meets', () => {
  const types = ['A', 'B', 'C'] as const
  const zoo = buildSchema(
    `type Query { node: Node } interface Node { id: ID next: Node } ${types.map((name) => `type ${name} implements Node { id: ID next: Node }`).join(' ')}`,
  )
  const query = '{ node { __typename id next { __typename id next { __typename id next { __typename id } } } } }'

  /** All ways to put objects of these types into each other. */
  const chains = types.flatMap((one) =>
    types.flatMap((two) => types.flatMap((three) => types.map((four) => [one, two, three, four] as const))),
  )

  function chainOf([type, ...others]: readonly string[]): Record<string, unknown> {
    return { __typename: type, id: '1', ...(others.length === 0 ? {} : { next: chainOf(others) }) }
  }

  async function remembered(asked: readonly (readonly string[])[], most?: number): Promise<number> {
    let node: Record<string, unknown> = {}
    const { sourceOf } = createFakeSources({ registry: () => ({ data: { node: structuredClone(node) } }) })
    const room = createFieldRoom(most)
    const plan = makeFetch(query)
    const options = {
      document: parse(query),
      clientKeys: new Map(),
      plan,
      schema: zoo,
      supergraph: zoo,
      sourceOf,
      room,
    }
    const run = createExecutable(options)
    for (const chain of asked) {
      node = chainOf(chain)
      const { data } = await shown(run({}, contextWith(createDeadline({ milliseconds: 20_000 }))))
      expect(data).toEqual({ node })
    }
    return room.taken()
  }

  it('is the same after all ways that they can be in each other as after each of them once', async () => {
    const once = await remembered(types.map((type) => [type, type, type, type]))
    await expect(remembered(chains)).resolves.toBe(once)
  })

  it('has a bound, and what is beyond it is answered as well', async () => {
    await expect(remembered(chains, 5)).resolves.toBeLessThanOrEqual(5)
  })
})
