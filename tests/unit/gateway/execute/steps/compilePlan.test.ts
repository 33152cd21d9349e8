import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { FetchPlan, PlanNode } from '../../../../../gateway/execute/PlanNode.ts'
import { compilePlan } from '../../../../../gateway/execute/steps/compilePlan.ts'
import { compileOptions } from '../../../../support/compileOptions.ts'
import { createFakeSources } from '../../../../support/createFakeSources.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'
import { startRun } from '../../../../support/startRun.ts'

const schema = buildSchema('type Query { person(id: ID): Person } type Person { id: ID a: Int b: Int }')

function root(agency: string): FetchPlan {
  return makeFetch(`{${agency}}`, { agency })
}

interface Ran {
  readonly data: Record<string, unknown>
  /** Who was asked when, each `+` when the question came and `-` when it was answered. */
  readonly order: readonly string[]
}

/** Runs a plan of which every agency takes some turns to answer, as many as its name is long. */
async function run(plan: PlanNode, variables = {}): Promise<Ran> {
  const order: string[] = []
  const { sourceOf } = createFakeSources(
    Object.fromEntries(
      ['a', 'bb', 'ccc'].map((name) => [
        name,
        async ({ representations }) => {
          order.push(`+${name}`)
          for (const _turn of name) await Promise.resolve()
          order.push(`-${name}`)
          const entity = { [name]: 1 }
          return { data: representations.length > 0 ? { _entities: representations.map(() => entity) } : entity }
        },
      ]),
    ),
  )
  const state = startRun({}, variables)
  await compilePlan(plan, compileOptions(schema, sourceOf))(state)
  return { data: state.data, order }
}

describe('a plan', () => {
  it('runs a sequence one after the other', async () => {
    const { order } = await run({ kind: 'sequence', nodes: [root('ccc'), root('a'), root('bb')] })
    expect(order).toEqual(['+ccc', '-ccc', '+a', '-a', '+bb', '-bb'])
  })

  it('runs what is parallel at once, and goes on when all is there', async () => {
    const { data, order } = await run({
      kind: 'sequence',
      nodes: [{ kind: 'parallel', nodes: [root('ccc'), root('a')] }, root('bb')],
    })
    expect(order.slice(0, 2)).toEqual(['+ccc', '+a'])
    expect(order.slice(-2)).toEqual(['+bb', '-bb'])
    expect(data).toEqual({ a: 1, bb: 1, ccc: 1 })
  })

  it('runs a lookup with all that takes its keys, at once', async () => {
    const owner = makeFetch('query($id:ID){person(id:$id){id}}', { agency: 'ccc', variables: ['id'] })
    const { order } = await run(
      {
        kind: 'lookup',
        seeds: [
          {
            at: 'person',
            type: 'Person',
            key: [{ field: 'id', variable: 'id' }],
            owner,
            others: [
              makeFetch('', { agency: 'a', path: ['person'], requires: requires(['Person', '__typename', 'id']) }),
              makeFetch('', { agency: 'bb', path: ['person'], requires: requires(['Person', '__typename', 'id']) }),
            ],
          },
        ],
      },
      { id: '1' },
    )
    expect(order.filter((one) => one.startsWith('+'))).toEqual(order.slice(0, 3))
  })
})
