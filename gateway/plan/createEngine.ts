import { buildSchema, print, validate } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { untilAborted } from '../../platform/untilAborted.ts'
import type { AgencySource } from '../execute/ask/createAgencySource.ts'
import { createExecutable } from '../execute/createExecutable.ts'
import type { Executable } from '../execute/createExecutable.ts'
import { createFieldRoom } from '../execute/shape/createFieldRoom.ts'
import type { Supergraph } from '../supergraph/readSupergraph.ts'
import type { Engine, PlannedOperation } from './Engine.ts'
import { attachScalars } from './attachScalars.ts'
import { createPlanMemory } from './createPlanMemory.ts'
import { createRollout } from './createRollout.ts'
import type { RolloutWay } from './createRollout.ts'
import { openPlanner } from './planner/openPlanner.ts'
import type { OpenPlanner } from './planner/openPlanner.ts'
import { createPreparer } from './prepare/createPreparer.ts'
import { variablesOf } from './prepare/variablesOf.ts'

export interface EngineOptions {
  readonly supergraph: Supergraph
  readonly sourceOf: (agency: string) => AgencySource
  readonly limits: EngineLimits
  /** Gives the opening up. */
  readonly signal?: AbortSignal
  /** From 0 to 1, for who takes part in a rollout. Only tests need another than the process's. */
  readonly random?: () => number
}

export interface EngineLimits {
  /** Bytes that plans may take, as far as can be told; the one unused for longest makes way. */
  readonly planBytes: number
  /** Milliseconds that planning an operation may take. */
  readonly planTime: number
  /** Operations that may wait to be planned. */
  readonly planQueue: number
}

/**
 * Our engine on a supergraph: plans are made in a thread of their own, once for all texts that say the same, and compiled.
 * Throws an EnvironmentError that says why a supergraph cannot be served.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { supergraph, limits, signal } = options
  const planner = await openPlanner(supergraph.sdl, { time: limits.planTime, queue: limits.planQueue }, signal)
  try {
    return engineOf(planner, options)
  } catch (error) {
    // Its thread would go on for ever.
    await planner.close()
    throw error
  }
}

function engineOf(planner: OpenPlanner, { supergraph, sourceOf, limits, random = Math.random }: EngineOptions): Engine {
  const schema = buildSchema(planner.apiSdl, { assumeValidSDL: true, noLocation: true })
  attachScalars(schema)
  const prepare = createPreparer(schema, supergraph.schema)
  const rollout = createRollout(supergraph.schema, random)
  const { keyOf, find, has, keep, operations: known } = createPlanMemory(limits.planBytes)
  const underWay = new Map<string, Promise<Executable>>()

  async function compile(operation: PlannedOperation, way: RolloutWay): Promise<Executable> {
    const { text, document, planned, clientKeys } = operation
    const plan = await planner.plan(planned === document ? text : print(planned), way.labels)
    const room = createFieldRoom()
    const options = { document, clientKeys, plan, schema, supergraph: supergraph.schema, sourceOf, room }
    const executable = createExecutable(options)
    const kept = { executable, operation: { text, document, planned, clientKeys }, bytes: bytesOf(text, plan), room }
    keep(keyOf(operation, way), kept)
    return executable
  }

  /** Whoever asks for the same while it is planned waits for the same plan. */
  function compileOnce(operation: PlannedOperation, way: RolloutWay): Promise<Executable> {
    const key = keyOf(operation, way)
    const executable = underWay.get(key) ?? compile(operation, way).finally(() => underWay.delete(key))
    underWay.set(key, executable)
    return executable
  }

  return {
    schema,
    async execute(operation, variables, context) {
      const prepared = prepare(operation, variables)
      const way = rollout.choose()
      const made = find(keyOf(prepared, way))
      const run = made ?? (await untilAborted(compileOnce(prepared, way), context.deadline.signal, overdue))
      return run(variablesOf(prepared, variables), context)
    },
    planned: () => [...new Map(known().map((operation) => [operation.text, operation])).values()],
    async warm(operations, signal) {
      const end = performance.now() + warmLimit
      for (const operation of operations) {
        const prepared = 'planned' in operation ? operation : prepare(operation, {})
        for (const way of rollout.ways) {
          if (signal.aborted || performance.now() > end) return
          if (has(keyOf(prepared, way)) || validate(schema, prepared.planned).length > 0) continue
          // Whoever asks for what cannot be planned is told so then.
          await untilAborted(compileOnce(prepared, way), signal).catch(() => undefined)
        }
      }
    },
    stop: () => planner.close(),
  }
}

/** Milliseconds in which operations are planned that nobody waits for yet. */
const warmLimit = 10_000

/** A compiled plan takes some 65 times what its texts take, much of it the code of the expressions that answers are read by. */
function bytesOf(text: string, plan: unknown): number {
  return 65 * (text.length + JSON.stringify(plan).length)
}

/** Of whoever cannot wait any longer for a plan. The next one finds it made. */
const overdue = (): Error => fault('DEADLINE_EXCEEDED')
