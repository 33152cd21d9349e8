import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import type { ValidOperation } from '../../../gateway/document/ValidOperation.ts'
import { operationOf } from '../../../gateway/document/operationOf.ts'
import { createDeadline } from '../../../platform/createDeadline.ts'
import { contextWith } from '../../support/contextWith.ts'
import { lookupAgencies } from '../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const limits = { planBytes: 200_000 }

describe('a plan', () => {
  let graph: MemoryEngine
  afterEach(() => graph.engine.stop())

  async function answer(operation: ValidOperation): Promise<void> {
    const context = contextWith(createDeadline({ milliseconds: 20_000 }))
    const { errors } = await graph.engine.execute(operation, {}, context)
    expect(errors).toEqual([])
  }

  it('makes way also while its operation is known, and does not while it is used', async () => {
    graph = await openMemoryEngine(lookupAgencies, { limits })
    const [first, used] = [operationOf(parse('{ people { id } }')), operationOf(parse('{ people { news } }'))]
    for (const operation of [first, used]) await answer(operation)
    for (let index = 0; index < 40; index += 1) {
      await graph.ask(`{ people { a${index}: name } }`)
      await answer(used)
    }
    const before = graph.opened()
    await answer(used)
    expect(graph.opened()).toBe(before)
    await answer(first)
    expect(graph.opened()).toBe(before + 1)
  })

  it('makes way for one that grows with the types that it meets', async () => {
    const types = Array.from({ length: 20 }, (_, index) => `T${index}`)
    const objects = types.map((name) => `type ${name} implements Node { id: ID next: Node }`)
    let nodes = types.slice(0, 1)
    graph = await openMemoryEngine(
      {
        nodes: {
          sdl: `interface Node { id: ID next: Node } ${objects.join(' ')} type Query { nodes: [Node!] other: ID }`,
          resolvers: {
            Query: { nodes: () => nodes.map((name) => ({ id: name, next: { id: name } })), other: () => 'other' },
            Node: { __resolveType: ({ id }: { readonly id: string }) => id },
          },
        },
      },
      { limits },
    )
    const growing = '{ nodes { id next { id } } }'
    for (let index = 0; index < 8; index += 1) await graph.ask(`{ other${index}: other }`)
    await graph.ask(growing)
    const before = graph.engine.planned()
    nodes = types
    for (let turn = 0; turn < 2; turn += 1) await graph.ask(growing)
    const after = graph.engine.planned()
    expect(after.length).toBeLessThan(before.length)
    expect(after[0]).toBe(before[0])
  })
})
