import type { Logger } from '../platform/Logger.ts'
import { digestBody } from '../platform/digestBody.ts'
import { createAccess } from './access/createAccess.ts'
import type { Access } from './access/createAccess.ts'
import { describeRules } from './access/describeRules.ts'
import type { Dispatch } from './agency/Dispatch.ts'
import type { EntityCache } from './cache/EntityCache.ts'
import { createEntityCache } from './cache/createEntityCache.ts'
import { createKeyring } from './cache/names/createKeyring.ts'
import type { GuardedStore } from './cache/stores/GuardedStore.ts'
import type { Config } from './config.ts'
import type { ValidOperation } from './document/ValidOperation.ts'
import { createAgencySource } from './execute/ask/createAgencySource.ts'
import type { AgencySource, Cached } from './execute/ask/createAgencySource.ts'
import { createIdentifier } from './execute/question/createIdentifier.ts'
import type { Metrics } from './metrics.ts'
import { createOperationReader } from './operation/createOperationReader.ts'
import type { OperationReader } from './operation/createOperationReader.ts'
import { createRegistry } from './operation/createRegistry.ts'
import { readCosts } from './operation/readCosts.ts'
import type { RegisteredOperation } from './operation/RegisteredOperation.ts'
import type { Engine, PlannedOperation } from './plan/Engine.ts'
import { createEngine } from './plan/createEngine.ts'
import type { Generation } from './plan/createGenerations.ts'
import { readContributions } from './supergraph/readContributions.ts'
import type { Contributions } from './supergraph/readContributions.ts'
import { readEntityKeys } from './supergraph/readEntityKeys.ts'
import type { Supergraph } from './supergraph/readSupergraph.ts'

/** What a graph is made of. */
export interface GraphSource {
  readonly supergraph: Supergraph
  /** The operations registered for it, by their hashes. */
  readonly manifest: ReadonlyMap<string, RegisteredOperation>
}

/** All that answers operations on one supergraph. What connects it to the world is shared with the graph after it. */
export interface Graph extends Generation, GraphSource {
  readonly reader: OperationReader
  readonly engine: Engine
  /** Undefined where access is open. */
  readonly access: Access | undefined
  readonly contributes: Contributions
  /** Undefined where nothing is kept. */
  readonly cache: EntityCache | undefined
}

export interface GraphOptions {
  readonly config: Config
  readonly dispatch: Dispatch
  /** Undefined where nothing is kept. */
  readonly store: GuardedStore | undefined
  readonly digestKey: Buffer
  readonly logger: Logger
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. Only tests need another than the process's. */
  readonly now?: (() => number) | undefined
  readonly metrics: Metrics
}

export interface Takeover {
  /** What another graph had plans for. */
  readonly known: readonly PlannedOperation[]
  /** Gives the opening up. */
  readonly signal: AbortSignal
}

const engineLimits = { planBytes: 134_217_728, planTime: 5_000, planQueue: 256 }

/**
 * From a supergraph to a graph that answers: cache, agencies' sources, engine, access rules, reader of operations. Registered
 * operations, and those that another graph had plans for, are planned before it is ready. Throws an EnvironmentError for a
 * supergraph that cannot be served, or that breaks a registered operation. Where it throws, nothing of it stays open.
 */
export async function openGraph(
  { supergraph, manifest }: GraphSource,
  options: GraphOptions,
  { known = [], signal = new AbortController().signal }: Partial<Takeover> = {},
): Promise<Graph> {
  const cached = openCache(supergraph, options)
  const sourceOf = openSources(supergraph, options, cached)
  const engine = await openEngine(supergraph, { ...options, sourceOf, signal })
  try {
    const { reader, access, planned } = await openOperations({ supergraph, manifest }, engine, options)
    await engine.warm([...planned, ...known], signal)
    signal.throwIfAborted()
    return {
      supergraph,
      manifest,
      reader,
      engine,
      access,
      contributes: readContributions(supergraph.schema),
      cache: cached?.cache,
      async close() {
        await engine.stop()
        await cached?.cache.close()
      },
    }
  } catch (error) {
    await engine.stop()
    throw error
  }
}

interface Answering extends Pick<Graph, 'reader' | 'access'> {
  /** What is to be planned before anybody asks for it. */
  readonly planned: readonly ValidOperation[]
}

/** The access rules of a supergraph, and the reader that knows the operations registered for it. */
async function openOperations(
  { supergraph, manifest }: GraphSource,
  engine: Engine,
  { config, digestKey }: GraphOptions,
): Promise<Answering> {
  const { operationLimits: limits, development } = config
  const { registeredOnly } = config.operations
  const { schema } = engine
  const access = config.access.mode === 'open' ? undefined : createAccess({ supergraph, engine })
  const registry = await createRegistry(manifest.values(), { schema, limits, showsSchema: development })
  if (development && access !== undefined) describeRules(schema, supergraph.schema)
  const costs = readCosts(supergraph.schema)
  const reader = createOperationReader({
    schema,
    limits,
    showsSchema: development,
    registry,
    registeredOnly,
    costs,
    digestKey,
  })
  const registered = registeredOnly ? registry.all : []
  const planned = registered.flatMap((one) => access?.variantsOf(one, one.purposes) ?? [one])
  return { reader, access, planned }
}

/** The cache of a supergraph's entities, unless it is off. */
function openCache({ sdl, schema }: Supergraph, options: GraphOptions): Cached | undefined {
  const { config, store, clock, now, metrics } = options
  if (config.cache.store === 'off' || store === undefined) return undefined
  const entityKeys = readEntityKeys(schema)
  const cache = createEntityCache({
    store,
    keyring: createKeyring(config.cache.secret, config.cache.olderSecrets),
    entityKeys,
    supergraph: digestBody(sdl),
    clock,
    now,
    metrics: metrics.cache,
  })
  return { cache, entityKeys, identify: createIdentifier(entityKeys) }
}

type SourceOf = (agency: string) => AgencySource

function openSources(
  { agencies, schema }: Supergraph,
  { dispatch, clock, now, logger }: GraphOptions,
  cached: Cached | undefined,
): SourceOf {
  const sources = new Map(
    agencies.map(({ name: agency, url }) => {
      const options = { agency, url, dispatch, supergraph: schema, clock, now, logger, cached }
      return [agency, createAgencySource(options)] as const
    }),
  )
  return function sourceOf(agency) {
    const source = sources.get(agency)
    if (source === undefined) throw new Error('A plan asks only agencies of its supergraph.')
    return source
  }
}

interface EngineParts extends Pick<Takeover, 'signal'> {
  readonly sourceOf: SourceOf
}

/** Ours, or Apollo's for comparison, which is loaded only then. */
async function openEngine(
  supergraph: Supergraph,
  { config, logger, sourceOf, signal }: GraphOptions & EngineParts,
): Promise<Engine> {
  if (config.engine === 'satu-atap') return createEngine({ supergraph, sourceOf, limits: engineLimits, signal })
  const { createApolloEngine } = await import('./plan/apollo/createApolloEngine.ts')
  return createApolloEngine({ supergraph, sourceOf, logger })
}
