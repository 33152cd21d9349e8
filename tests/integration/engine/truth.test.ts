import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildASTSchema, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { writeOperation } from '../../support/graphs/writeOperation.ts'
import type { WrittenOperation } from '../../support/graphs/writeOperation.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'
import { createAgencies } from '../../support/worlds/createAgencies.ts'
import { createMonolith } from '../../support/worlds/createMonolith.ts'
import type { Monolith } from '../../support/worlds/createMonolith.ts'
import { testedGraphs } from '../../support/worlds/testedGraphs.ts'

/** The suite asks the same each time; `ENGINE_SEED` and `ENGINE_RUNS` look for what nobody has asked yet. */
const parameters = {
  seed: Number(process.env['ENGINE_SEED'] ?? 1),
  numRuns: Number(process.env['ENGINE_RUNS'] ?? 200),
  endOnFailure: true,
}

/** Whether the operation and its variables would reach an engine. */
function isValid(schema: GraphQLSchema, { query, variables }: WrittenOperation): boolean {
  const document = parse(query)
  const definitions = getOperationAST(document)?.variableDefinitions ?? []
  return (
    validate(schema, document).length === 0 && getVariableValues(schema, definitions, variables).errors === undefined
  )
}

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
    const generator = xoroshiro128plus(seed)
    const { schema } = engine.engine
    const operation = writeOperation(schema, (below) => uniformInt(generator, 0, below - 1), graph.words)
    return isValid(schema, operation) ? operation : undefined
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
