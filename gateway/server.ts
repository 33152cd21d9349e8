import { hkdfSync } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from '../platform/Logger.ts'
import { digestBody } from '../platform/digestBody.ts'
import { fault } from '../platform/fault.ts'
import type { Running } from '../platform/runProcess.ts'
import { createDispatch } from './agency/createDispatch.ts'
import type { CacheStore } from './cache/CacheStore.ts'
import type { EntityCache } from './cache/EntityCache.ts'
import type { EntityKeys } from './cache/EntityKeys.ts'
import { createEntityCache } from './cache/createEntityCache.ts'
import { createKeyring } from './cache/createKeyring.ts'
import { readEntityKeys } from './cache/readEntityKeys.ts'
import { createMemoryStore } from './cache/stores/createMemoryStore.ts'
import { createRedisStore } from './cache/stores/createRedisStore.ts'
import { keepIncrements } from './cache/stores/keepIncrements.ts'
import type { CacheInMemory, CacheInRedis, Config } from './config.ts'
import { createAgencySource } from './execute/createAgencySource.ts'
import type { AgencySource } from './execute/createAgencySource.ts'
import { withJoining } from './fetch/withJoining.ts'
import { admitRequests } from './intake/admitRequests.ts'
import { answerOperation } from './intake/answerOperation.ts'
import { beginExchange } from './intake/beginExchange.ts'
import { createHttpServer } from './intake/createHttpServer.ts'
import { listen } from './intake/listen.ts'
import { readOperation } from './intake/readOperation.ts'
import { refuseForeignPages } from './intake/refuseForeignPages.ts'
import { requireAcceptable } from './intake/requireAcceptable.ts'
import { requireHost } from './intake/requireHost.ts'
import { readContributions } from './intake/readContributions.ts'
import { serveChanges } from './intake/serveChanges.ts'
import { serveExplorer } from './intake/serveExplorer.ts'
import { serveHealth } from './intake/serveHealth.ts'
import { serveMetrics } from './intake/serveMetrics.ts'
import { createMetrics } from './metrics.ts'
import type { Metrics } from './metrics.ts'
import { createOperationReader } from './operation/createOperationReader.ts'
import type { Engine } from './plan/Engine.ts'
import { createEngine } from './plan/createEngine.ts'
import { readSupergraph } from './plan/readSupergraph.ts'
import type { Supergraph } from './plan/readSupergraph.ts'

export interface ServerOptions {
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** A gateway that is built and not yet reachable. */
export interface GatewayServer extends Running {
  /** Answers the addresses of the graph and of the metrics once both can be reached. */
  readonly listen: () => Promise<{ readonly url: string; readonly metricsUrl: string }>
}

/** Milliseconds after which requests in flight stop waiting for agencies once the server stops. */
const patience = 1_200

/** Milliseconds after which connections are cut then, with requests that have not even arrived in full. */
const end = 1_600

/** Milliseconds in which a request must have arrived in full. Its deadline starts then. */
const arrivalLimit = 10_000

/** Entities that lookups of different requests are joined up to. */
const mostEntities = 100

const engineLimits = { planBytes: 67_108_864, planTime: 5_000, planQueue: 256 }

/** Builds the gateway. Throws an EnvironmentError when its supergraph cannot be served; whether agencies answer is no matter. */
export async function createServer(config: Config, { logger, clock }: ServerOptions): Promise<GatewayServer> {
  const metrics = createMetrics()
  const admission = admitRequests(config.requestsInFlight)
  const server = createHttpServer({ logger, bodyLimit: config.bodyLimit, arrivalLimit })
  const metricsServer = createHttpServer({ logger, bodyLimit: config.bodyLimit, arrivalLimit })
  const { supergraph, agencies, cache, reader, engine } = await openGraph(config, { logger, clock, metrics })

  // The pipeline, in the order in which a request meets it.
  server.addHook('onRequest', beginExchange({ logger, metrics: metrics.requests }))
  server.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    onRequest: [requireHost, refuseForeignPages(config.allowedOrigins), requireAcceptable, admission.receive],
    // Here Fastify reads the body, within the limit, as JSON.
    preHandler: [admission.admit, readOperation(reader)],
    handler: answerOperation(engine, { deadline: config.deadline, open: !config.production, logger }),
  })
  server.addHook('onSend', async (_request, reply) => {
    if (admission.stopping()) void reply.header('connection', 'close')
  })

  // What stands beside the graph.
  refuseOtherMethods(server, config)
  serveHealth(server, { stopping: admission.stopping, agencies: agencies.breakerStates })
  serveChanges(server, {
    agencies: supergraph.agencies.map(({ name }) => name),
    callSecret: config.callSecret,
    contributes: readContributions(supergraph.schema),
    cache: cache ?? nothingKept,
    clock,
    logger,
  })
  if (!config.production) serveExplorer(server, engine.schema)
  serveMetrics(metricsServer, metrics)

  return {
    async listen() {
      const { host, port, metricsPort } = config
      const metricsOrigin = await listen(metricsServer, { host, port: metricsPort, variable: 'METRICS_PORT' })
      const origin = await listen(server, { host, port, variable: 'PORT' })
      return { url: `${origin}/graphql`, metricsUrl: `${metricsOrigin}/metrics` }
    },
    async stop() {
      admission.stop()
      const timers = [setTimeout(admission.hurry, patience), setTimeout(() => server.server.closeAllConnections(), end)]
      await server.close()
      for (const timer of timers) clearTimeout(timer)
      await engine.stop()
      await agencies.close()
      await cache?.close()
      await metricsServer.close()
    },
  }
}

/** Without a cache, whatever changes is seen at once. */
const nothingKept = { invalidate: () => Promise.resolve(), invalidateAgency: () => Promise.resolve() }

interface OpenOptions extends ServerOptions {
  readonly metrics: Metrics
}

/** From the supergraph's file to a graph that answers: agencies, cache, engine, reader of operations. */
async function openGraph(config: Config, { logger, clock, metrics }: OpenOptions) {
  const supergraph = await readSupergraph(config.supergraphPath, config.agencyUrl)
  const agencies = createDispatch({
    agencies: supergraph.agencies.map(({ name }) => name),
    callSecret: config.callSecret,
    clock,
    metrics: metrics.agencies,
    random: Math.random,
    limits: config.agencyCalls,
  })
  const cached = openCache(config, supergraph, { logger, clock, metrics })
  const dispatch = withJoining(agencies.dispatch, { mostEntities })
  const sources = new Map(
    supergraph.agencies.map(({ name: agency, url }) => {
      const { schema } = supergraph
      return [agency, createAgencySource({ agency, url, dispatch, schema, clock, logger, cached })] as const
    }),
  )
  const engine = await openEngine(config, { supergraph, sources, logger })
  const { schema } = engine
  const digestKey = Buffer.from(hkdfSync('sha256', config.callSecret, 'satu-atap', 'operation digests', 32))
  const reader = createOperationReader({
    schema,
    limits: config.operationLimits,
    open: !config.production,
    digestKey,
  })
  return { supergraph, agencies, cache: cached?.cache, reader, engine }
}

interface EngineParts {
  readonly supergraph: Supergraph
  readonly sources: ReadonlyMap<string, AgencySource>
  readonly logger: Logger
}

/** Ours, or Apollo's for comparison, which is loaded only then. */
async function openEngine({ engine }: Config, { supergraph, sources, logger }: EngineParts): Promise<Engine> {
  function sourceOf(agency: string): AgencySource {
    const source = sources.get(agency)
    if (source === undefined) throw new Error('A plan asks only agencies of its supergraph.')
    return source
  }
  if (engine === 'satu-atap') return createEngine({ supergraph, sourceOf, limits: engineLimits })
  const { createApolloEngine } = await import('./plan/createApolloEngine.ts')
  return createApolloEngine({ supergraph, sourceOf, logger })
}

interface Cached {
  readonly cache: EntityCache
  readonly entityKeys: EntityKeys
}

/** The cache of a supergraph's entities, unless it is off. */
function openCache(config: Config, { sdl, schema }: Supergraph, options: OpenOptions): Cached | undefined {
  const { clock, logger, metrics } = options
  if (config.cache.store === 'off') return undefined
  const entityKeys = readEntityKeys(schema)
  const cache = createEntityCache({
    store: openStore(config.cache, logger),
    keyring: createKeyring(config.cache.secret, config.cache.olderSecrets),
    entityKeys,
    supergraph: digestBody(sdl),
    clock,
    metrics: metrics.cache,
  })
  return { cache, entityKeys }
}

function openStore(config: CacheInMemory | CacheInRedis, logger: Logger): CacheStore {
  if (config.store === 'memory') return createMemoryStore({ maxBytes: config.maxBytes })
  return keepIncrements(createRedisStore({ url: config.url, logger }))
}

/** Methods that the graph does not answer, with the question that a browser asks before it sends (CORS) among them. */
function refuseOtherMethods(server: FastifyInstance, { allowedOrigins }: Config): void {
  server.route({
    url: '/graphql',
    method: server.supportedMethods.filter((method) => method !== 'GET' && method !== 'POST'),
    onRequest: [
      refuseForeignPages(allowedOrigins),
      async () => {
        throw fault('METHOD_NOT_ALLOWED')
      },
    ],
    handler: () => undefined,
  })
}
