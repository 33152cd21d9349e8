import { buildSchema } from 'graphql'
import type { OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { fault } from '../../platform/fault.ts'
import type { RequestContext } from '../context.ts'
import type { AgencySource } from '../execute/createAgencySource.ts'
import { createExecutable } from '../execute/createExecutable.ts'
import type { Executable } from '../execute/createExecutable.ts'
import type { Variables } from '../execute/Variables.ts'
import type { Engine } from './Engine.ts'
import { attachScalars } from './attachScalars.ts'
import { createConditionSettler } from './createConditionSettler.ts'
import type { SettledOperation } from './createConditionSettler.ts'
import { createResponseKeys } from './createResponseKeys.ts'
import { openPlanner } from './openPlanner.ts'
import { prepareOperation } from './prepareOperation.ts'
import type { PreparedOperation } from './prepareOperation.ts'
import type { Supergraph } from './readSupergraph.ts'

export interface EngineOptions {
  readonly supergraph: Supergraph
  readonly sourceOf: (agency: string) => AgencySource
  readonly limits: EngineLimits
}

export interface EngineLimits {
  /** Bytes that plans may take, as far as can be told; the one unused for longest makes way. */
  readonly planBytes: number
  /** Milliseconds that planning an operation may take. */
  readonly planTime: number
  /** Operations that may wait to be planned. */
  readonly planQueue: number
}

/** An operation as it is run: compiled, with the literals of the text it came in. */
interface Ready {
  readonly executable: Executable
  readonly literals: Variables
}

/**
 * Our engine on a supergraph: plans are made in a thread of their own, once for all texts that say the same, and compiled.
 * Throws an EnvironmentError that says why a supergraph cannot be served.
 */
export async function createEngine({ supergraph, sourceOf, limits }: EngineOptions): Promise<Engine> {
  const planner = await openPlanner(supergraph.sdl, { time: limits.planTime, queue: limits.planQueue })
  const schema = buildSchema(planner.apiSdl, { assumeValidSDL: true, noLocation: true })
  attachScalars(schema)
  const keys = createResponseKeys(supergraph.schema)
  const settle = createConditionSettler()
  const ready = new WeakMap<OperationDefinitionNode, Ready>()
  const compiled = new LRUCache<string, Executable>({ maxSize: limits.planBytes })
  const underWay = new Map<string, Promise<Executable>>()

  async function compile({ text, document, names }: PreparedOperation): Promise<Executable> {
    const plan = await planner.plan(text)
    const executable = createExecutable({ document, names, plan, schema, supergraph: supergraph.schema, sourceOf })
    compiled.set(text, executable, { size: bytesOf(text, plan) })
    return executable
  }

  /** Whoever asks for the same while it is planned waits for the same plan. */
  function compileOnce(prepared: PreparedOperation): Promise<Executable> {
    const { text } = prepared
    const executable = underWay.get(text) ?? compile(prepared).finally(() => underWay.delete(text))
    underWay.set(text, executable)
    return executable
  }

  async function prepare(settled: SettledOperation): Promise<Ready> {
    const prepared = prepareOperation(settled, { schema, keys })
    const executable = compiled.get(prepared.text) ?? (await compileOnce(prepared))
    const operation = { executable, literals: prepared.literals }
    ready.set(settled.definition, operation)
    return operation
  }

  return {
    schema,
    async execute(valid, variables, context) {
      const settled = settle(valid, variables)
      const operation = ready.get(settled.definition) ?? (await inTime(prepare(settled), context))
      return operation.executable({ ...variables, ...operation.literals }, context)
    },
    stop: () => planner.close(),
  }
}

/** A compiled plan takes some ten times what its texts take. */
function bytesOf(text: string, plan: unknown): number {
  return 10 * (text.length + JSON.stringify(plan).length)
}

/** Planning goes on when its asker cannot wait any longer: the next one finds it done. */
async function inTime<Result>(work: Promise<Result>, { deadline: { signal } }: RequestContext): Promise<Result> {
  const { promise: over, reject } = Promise.withResolvers<never>()
  const giveUp = (): void => reject(fault('DEADLINE_EXCEEDED'))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, over])
  } finally {
    signal.removeEventListener('abort', giveUp)
    work.catch(() => undefined)
  }
}
