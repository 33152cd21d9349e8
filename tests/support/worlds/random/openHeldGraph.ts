import { GraphQLError, getOperationAST, parse } from 'graphql'
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { createProvenanceRecorder } from '../../../../gateway/disclose/createProvenanceRecorder.ts'
import { discloseAnswer } from '../../../../gateway/disclose/discloseAnswer.ts'
import { composeSupergraph } from '../../composeSupergraph.ts'
import type { Tamper } from '../../createMemoryDispatch.ts'
import type { WrittenOperation } from '../../graphs/writeOperation.ts'
import { openMemoryEngine } from '../../openMemoryEngine.ts'
import type { MemoryAnswer } from '../../openMemoryEngine.ts'
import type { TestedGraph } from '../TestedGraph.ts'
import type { WorldState } from '../World.ts'
import { createAgencies } from '../createAgencies.ts'
import { createMonolith } from '../createMonolith.ts'

/** A graph that is served, beside one server that has all its data. */
export interface HeldGraph {
  readonly schema: GraphQLSchema
  /** What the one server answers; each time in a world of its own. */
  readonly truth: (operation: WrittenOperation, state?: WorldState) => Promise<ExecutionResult>
  /** What the engine answers, with what an agency fails in, if any; undefined for what the planner gives up, as it may. */
  readonly ask: (operation: WrittenOperation, given?: Given) => Promise<Asked | undefined>
  readonly stop: () => Promise<void>
}

export interface Given {
  readonly state?: WorldState
  readonly failing?: Failing
}

export interface Failing {
  readonly agency: string
  readonly tamper: Tamper
}

/** What the engine gave, and its errors as they leave. */
export interface Asked extends MemoryAnswer {
  readonly left: readonly GraphQLFormattedError[]
}

/** What may be said of an operation that is not planned. */
const refusals = new Set<unknown>(['OPERATION_TOO_LARGE', 'OPERATION_UNPLANNABLE'])

/** What Apollo's planner cannot plan, see decision 16: requirements around an interface that is an object to an agency. */
const unplanned = /potentially an interface object type at runtime$/

/** Opens a graph; undefined for one that composition refuses. */
export async function openHeldGraph(graph: TestedGraph): Promise<HeldGraph | undefined> {
  let world = graph.createWorld()
  const agencies = createAgencies(graph, () => world)
  try {
    composeSupergraph(Object.entries(agencies).map(([name, { sdl }]) => ({ name, sdl, url: '' })))
  } catch {
    return undefined
  }
  const { engine, supergraph, tampers, ask } = await openMemoryEngine(agencies, { limits: { planTime: 5000 } })
  const { schema } = engine
  const monolith = createMonolith({ graph, schema, supergraph: supergraph.schema })

  async function askAs(operation: WrittenOperation, { state, failing }: Given): Promise<Asked> {
    world = graph.createWorld(state)
    if (failing !== undefined) tampers.set(failing.agency, failing.tamper)
    const answer = await ask(operation.query, { ...operation.variables }).finally(() => tampers.clear())
    return { ...answer, left: leaving(answer, operation) }
  }

  return {
    schema,
    truth: (operation, state) => monolith(operation, graph.createWorld(state)),
    async ask(operation, given = {}) {
      try {
        return await askAs(operation, given)
      } catch (error) {
        if (error instanceof GraphQLError && refusals.has(error.extensions['code'])) return undefined
        // It comes out of a thread as an error of another realm than the test's.
        if (Error.isError(error) && unplanned.test(error.message)) return undefined
        throw new Error(`It failed: ${operation.query} ${JSON.stringify(operation.variables)}`, { cause: error })
      }
    },
    stop: engine.stop,
  }
}

function leaving(answer: MemoryAnswer, { query }: WrittenOperation): readonly GraphQLFormattedError[] {
  const document = parse(query)
  const definition = getOperationAST(document)
  if (!definition) throw new Error('There is one operation.')
  const { body } = discloseAnswer(answer, {
    operation: { document, definition },
    provenance: createProvenanceRecorder(),
    correlationId: 'test-correlation',
    repeatable: true,
    report: (error) => {
      throw error
    },
  })
  return body.errors ?? []
}
