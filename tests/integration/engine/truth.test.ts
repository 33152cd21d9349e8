import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildASTSchema, parse } from 'graphql'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { createDice } from '../../support/graphs/createDice.ts'
import { isValidOperation } from '../../support/graphs/isValidOperation.ts'
import { propertyParameters } from '../../support/graphs/propertyParameters.ts'
import { writeOperation } from '../../support/graphs/writeOperation.ts'
import type { WrittenOperation } from '../../support/graphs/writeOperation.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'
import { createAgencies } from '../../support/worlds/createAgencies.ts'
import { createMonolith } from '../../support/worlds/createMonolith.ts'
import type { Monolith } from '../../support/worlds/createMonolith.ts'
import { testedGraphs } from '../../support/worlds/testedGraphs.ts'

const parameters = propertyParameters(200)

describe.each(Object.entries(testedGraphs))('%s', (_name, graph) => {
  let world = graph.createWorld()
  let engine: MemoryEngine
  let monolith: Monolith

  beforeAll(async () => {
    const agencies = createAgencies(graph, () => world)
    const supergraph = parse(
      composeSupergraph(Object.entries(agencies).map(([name, { sdl }]) => ({ name, sdl, url: '' }))),
    )
    engine = await openMemoryEngine(agencies)
    monolith = createMonolith({
      graph,
      schema: engine.engine.schema,
      supergraph: buildASTSchema(supergraph, { assumeValidSDL: true }),
    })
  })
  afterAll(() => engine.engine.stop())

  function operationOf(seed: number): WrittenOperation | undefined {
    const { schema } = engine.engine
    const operation = writeOperation(schema, createDice(seed), { words: graph.words })
    return isValidOperation(schema, operation) ? operation : undefined
  }

  /** As text, for the order of fields is part of the answer. */
  async function ours({ query, variables }: WrittenOperation): Promise<string> {
    world = graph.createWorld()
    const { data } = await engine.ask(query, { ...variables })
    return JSON.stringify(data)
  }

  async function truth(operation: WrittenOperation): Promise<string> {
    world = graph.createWorld()
    const { data } = await monolith(operation, world)
    return JSON.stringify(data ?? null)
  }

  it('are answered as by one server that has all the data, whatever is asked', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const operation = operationOf(seed)
        if (operation === undefined) return
        compared += 1
        expect({ operation, data: await ours(operation) }).toEqual({ operation, data: await truth(operation) })
      }),
      parameters,
    )
    expect(compared).toBeGreaterThan(parameters.numRuns / 10)
  })
})
