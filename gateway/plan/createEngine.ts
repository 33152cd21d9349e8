import { buildSchema, print, validate } from 'graphql'
import { LRUCache } from 'lru-cache'
import { fault } from '../../platform/fault.ts'
import { untilAborted } from '../../platform/untilAborted.ts'
import type { AgencySource } from '../execute/ask/createAgencySource.ts'
import { createExecutable } from '../execute/createExecutable.ts'
import type { Executable } from '../execute/createExecutable.ts'
import type { Supergraph } from '../supergraph/readSupergraph.ts'
import type { Engine, PlannedOperation } from './Engine.ts'
import { attachScalars } from './attachScalars.ts'
import { createRollout } from './createRollout.ts'
import type { RolloutWay } from './createRollout.ts'
import { openPlanner } from './planner/openPlanner.ts'
import type { OpenPlanner } from './planner/openPlanner.ts'
import { createPreparer } from './prepare/createPreparer.ts'
import type { PreparedOperation } from './prepare/prepareOperation.ts'
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
  const ready = new Map(rollout.ways.map((way) => [way, new WeakMap<PreparedOperation, Executable>()]))
  const compiled = new LRUCache<string, Compiled>({ maxSize: limits.planBytes })
  const underWay = new Map<string, Promise<Executable>>()

  async function compile(
    { text, document, planned, clientKeys }: PlannedOperation,
    way: RolloutWay,
  ): Promise<Executable> {
    const plan = await planner.plan(planned === document ? text : print(planned), way.labels)
    const executable = createExecutable({ document, clientKeys, plan, schema, supergraph: supergraph.schema, sourceOf })
    compiled.set(
      keyOf(text, way),
      { executable, operation: { text, document, planned, clientKeys } },
      { size: bytesOf(text, plan) },
    )
    return executable
  }

  /** Whoever asks for the same while it is planned waits for the same plan. */
  function compileOnce(operation: PlannedOperation, way: RolloutWay): Promise<Executable> {
    const key = keyOf(operation.text, way)
    const executable = underWay.get(key) ?? compile(operation, way).finally(() => underWay.delete(key))
    underWay.set(key, executable)
    return executable
  }

  async function makeReady(prepared: PreparedOperation, way: RolloutWay): Promise<Executable> {
    const executable = compiled.get(keyOf(prepared.text, way))?.executable ?? (await compileOnce(prepared, way))
    ready.get(way)?.set(prepared, executable)
    return executable
  }

  return {
    schema,
    async execute(operation, variables, context) {
      const prepared = prepare(operation, variables)
      const way = rollout.choose()
      const made = ready.get(way)?.get(prepared)
      const run = made ?? (await untilAborted(makeReady(prepared, way), context.deadline.signal, overdue))
      return run(variablesOf(prepared, variables), context)
    },
    planned: () => [...new Map(Array.from(compiled.values(), ({ operation }) => [operation.text, operation])).values()],
    async warm(operations, signal) {
      const end = performance.now() + warmLimit
      for (const operation of operations) {
        const prepared = 'planned' in operation ? operation : prepare(operation, {})
        for (const way of rollout.ways) {
          if (signal.aborted || performance.now() > end) return
          if (compiled.has(keyOf(prepared.text, way)) || validate(schema, prepared.planned).length > 0) continue
          // Whoever asks for what cannot be planned is told so then.
          await untilAborted(compileOnce(prepared, way), signal).catch(() => undefined)
        }
      }
    },
    stop: () => planner.close(),
  }
}

interface Compiled {
  readonly executable: Executable
  readonly operation: PlannedOperation
}

function keyOf(text: string, { labels }: RolloutWay): string {
  return [...labels, text].join('\n')
}

/** Milliseconds in which operations are planned that nobody waits for yet. */
const warmLimit = 10_000

/** A compiled plan takes some forty times what its texts take: three quarters are the code of the expressions that answers are read by. */
function bytesOf(text: string, plan: unknown): number {
  return 40 * (text.length + JSON.stringify(plan).length)
}

/** Of whoever cannot wait any longer for a plan. The next one finds it made. */
const overdue = (): Error => fault('DEADLINE_EXCEEDED')
