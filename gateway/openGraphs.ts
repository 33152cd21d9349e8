import { isDeepStrictEqual } from 'node:util'
import type { BreakerState } from '../platform/BreakerState.ts'
import { EnvironmentError } from '../platform/EnvironmentError.ts'
import type { Logger } from '../platform/Logger.ts'
import { deriveKey } from '../platform/deriveKey.ts'
import { endAll } from '../platform/endAll.ts'
import { createDispatch } from './agency/createDispatch.ts'
import type { CacheValue } from './cache/CacheValue.ts'
import { createKeyring } from './cache/names/createKeyring.ts'
import type { GuardedStore } from './cache/stores/GuardedStore.ts'
import { createMemoryStore } from './cache/stores/createMemoryStore.ts'
import { createRedisStore } from './cache/stores/createRedisStore.ts'
import { guardStore } from './cache/stores/guardStore.ts'
import { keepIncrements } from './cache/stores/keepIncrements.ts'
import { sizeOfValue } from './cache/stores/sizeOfValue.ts'
import { withSeals } from './cache/stores/withSeals.ts'
import type { CacheConfig, Config } from './config.ts'
import type { Metrics } from './metrics.ts'
import { openGraph } from './openGraph.ts'
import type { Graph, GraphOptions, GraphSource } from './openGraph.ts'
import { hashText } from './operation/hashText.ts'
import { readManifest } from './operation/readManifest.ts'
import { createGenerations } from './plan/createGenerations.ts'
import type { Generations } from './plan/createGenerations.ts'
import { watchFiles } from './plan/watchFiles.ts'
import { readSupergraph } from './supergraph/readSupergraph.ts'

export interface GraphsOptions {
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. Only tests need another than the process's. */
  readonly now?: () => number
  readonly metrics: Metrics
}

/** The graph of the supergraph's file and the manifest, whatever comes to stand in them, on connections that stay. */
export interface Graphs extends Generations<Graph> {
  readonly breakerStates: () => Readonly<Record<string, BreakerState>>
  /** Takes over nothing else from here on, and gives up what is under way. */
  readonly stopWatching: () => Promise<void>
}

/**
 * Opens the graph of the supergraph that SUPERGRAPH_PATH names with the operations that OPERATIONS_PATH does, and takes over what
 * comes to stand there later once all that answers it is ready; what cannot be served is logged, and the last one stays. Throws
 * an EnvironmentError where the first cannot be served.
 */
export async function openGraphs(config: Config, { logger, clock, now, metrics }: GraphsOptions): Promise<Graphs> {
  const source = await readSource(config)
  const { callSecret, agencyCalls: limits } = config
  const calling = { callSecret, clock, metrics: metrics.agencies, logger, random: Math.random, limits }
  const agencies = createDispatch({ agencies: source.supergraph.agencies, ...calling })
  const store = openStore(config.cache, { logger, metrics })
  const options: GraphOptions = {
    config,
    dispatch: agencies.dispatch,
    store,
    digestKey: deriveKey(callSecret, 'operation digests'),
    logger,
    clock,
    now,
    metrics,
  }
  const first = await openGraph(source, options).catch(async (error: unknown) => {
    await endAll([agencies.close(), store?.close()])
    throw error
  })
  logger.info(summaryOf(source), 'a supergraph is served')
  const graphs = createGenerations({
    first,
    onChange: (all) => agencies.keepOnly(all.flatMap((graph) => graph.supergraph.agencies)),
    onCloseFailure: (error) => logger.error({ error }, 'a former supergraph did not close'),
  })

  async function takeOver(signal: AbortSignal): Promise<void> {
    try {
      const next = await readSource(config)
      const before = graphs.current()
      const news = newsIn(next, before)
      if (news === undefined) return
      graphs.replace(await openGraph(next, options, { known: before.engine.planned(), signal }))
      metrics.supergraphs.observe('taken')
      logger.info(summaryOf(next), news)
    } catch (error) {
      if (signal.aborted) return
      metrics.supergraphs.observe('refused')
      logger.error({ error, reason: reasonOf(error) }, 'what came cannot be served, and the last stays')
    }
  }
  const stopWatching = watchFiles(filesOf(config), { pause: config.supergraphWatch, onChange: takeOver })

  return {
    ...graphs,
    breakerStates: agencies.breakerStates,
    stopWatching,
    async close() {
      try {
        await stopWatching()
        await graphs.close()
      } finally {
        await endAll([agencies.close(), store?.close()])
      }
    },
  }
}

function filesOf({ supergraphPath, operations }: Config): readonly string[] {
  return [supergraphPath, operations.manifest.path]
}

async function readSource({ supergraphPath, agencyUrl, operations }: Config): Promise<GraphSource> {
  const supergraph = await readSupergraph(supergraphPath, agencyUrl)
  return { supergraph, manifest: await readManifest(operations.manifest) }
}

/** What there is to tell of what is made of something else; undefined where it is the same. */
function newsIn(next: GraphSource, before: GraphSource): string | undefined {
  if (next.supergraph.sdl !== before.supergraph.sdl) return 'another supergraph is served'
  return isDeepStrictEqual(next.manifest, before.manifest) ? undefined : 'other operations are registered'
}

/** What is in force: where agencies are asked, and what tells one supergraph and manifest from another, the first as `sha256sum` does. */
function summaryOf({ supergraph, manifest }: GraphSource): object {
  return {
    agencies: Object.fromEntries(supergraph.agencies.map(({ name, url }) => [name, originOf(url)])),
    supergraph: shortHash(supergraph.sdl),
    operations: manifest.size,
    manifest: shortHash(JSON.stringify([...manifest.values()])),
  }
}

/** Neither an account nor a path. */
function originOf(url: string): string {
  return URL.parse(url)?.origin ?? 'none'
}

function shortHash(text: string): string {
  return hashText(text).slice(0, 12)
}

function openStore(
  config: CacheConfig,
  { logger, metrics }: Pick<GraphsOptions, 'logger' | 'metrics'>,
): GuardedStore | undefined {
  if (config.store === 'off') return undefined
  const guard = { logger, metrics: metrics.cache }
  if (config.store === 'memory')
    return guardStore(createMemoryStore<CacheValue>({ maxBytes: config.maxBytes, sizeOf: sizeOfValue }), guard)
  const keyring = createKeyring(config.secret, config.olderSecrets)
  const inRedis = createRedisStore({ url: config.url, logger, onRefusal: metrics.cache.writeRefused })
  return guardStore(keepIncrements(withSeals(inRedis, keyring)), guard)
}

/** What is wrong with a file is said in words of ours, and holds nothing of anybody. */
function reasonOf(error: unknown): string | undefined {
  return error instanceof EnvironmentError ? error.message : undefined
}
