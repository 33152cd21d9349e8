import type { FastifyInstance } from 'fastify'
import type { Logger } from '../platform/Logger.ts'
import { endAll } from '../platform/endAll.ts'
import { fault } from '../platform/fault.ts'
import type { Running } from '../platform/runProcess.ts'
import type { EntityCache } from './cache/EntityCache.ts'
import type { Config } from './config.ts'
import { admitRequests } from './intake/admitRequests.ts'
import { answerOperation } from './intake/answerOperation.ts'
import { asHook } from './intake/asHook.ts'
import { beginExchange } from './intake/beginExchange.ts'
import { createHttpServer } from './intake/createHttpServer.ts'
import { listen } from './intake/listen.ts'
import { readOperation } from './intake/readOperation.ts'
import { refuseForeignPages } from './intake/refuseForeignPages.ts'
import { requireAcceptable } from './intake/requireAcceptable.ts'
import { requireHost } from './intake/requireHost.ts'
import { serveChanges } from './intake/serveChanges.ts'
import { serveDevelopmentTokens } from './intake/serveDevelopmentTokens.ts'
import { serveExplorer } from './intake/serveExplorer.ts'
import { serveHealth } from './intake/serveHealth.ts'
import { serveMetrics } from './intake/serveMetrics.ts'
import { createMetrics } from './metrics.ts'
import type { Metrics } from './metrics.ts'
import { openGate } from './openGate.ts'
import type { Gate } from './openGate.ts'
import type { Graph } from './openGraph.ts'
import { openGraphs } from './openGraphs.ts'
import type { Graphs } from './openGraphs.ts'

export interface ServerOptions {
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. Only tests need another than the process's. */
  readonly now?: () => number
}

/** A gateway that is built and not yet reachable. */
export interface GatewayServer extends Running {
  /** Answers the addresses of the graph and of the metrics once both can be reached. */
  readonly listen: () => Promise<{ readonly url: string; readonly metricsUrl: string }>
  /** The names of the agencies of the supergraph. */
  readonly agencies: () => readonly string[]
}

/** Milliseconds after which requests in flight stop waiting for agencies once the server stops. */
const patience = 1_200

/** Milliseconds after which connections are cut then, with requests that have not even arrived in full. */
const end = 1_600

/** Milliseconds in which a request must have arrived in full. Its deadline starts then. */
const arrivalLimit = 10_000

/** Milliseconds that an answer has beyond these and its deadline, to be written down and to leave. */
const departureLimit = 15_000

/** Builds the gateway. Throws an EnvironmentError when its supergraph cannot be served; whether agencies answer is no matter. */
export async function createServer(config: Config, options: ServerOptions): Promise<GatewayServer> {
  const { logger, clock, now = () => performance.now() } = options
  const { deadline, development } = config
  const metrics = createMetrics()
  const admission = admitRequests(config.requestsInFlight)
  const [server, metricsServer] = [openHttp(config, logger), openHttp(config, logger)]
  const gate = await openGate(config, { logger, clock, now, metrics })
  const graphs = await openGraphs(config, { logger, clock, now, metrics }).catch(async (error: unknown) => {
    await gate.close()
    throw error
  })

  // The pipeline, in the order in which a request meets it.
  server.addHook('onRequest', asHook(beginExchange({ logger, metrics: metrics.requests })))
  server.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    onRequest: [
      requireHost,
      refuseForeignPages(config.allowedOrigins),
      requireAcceptable(),
      admission.receive,
      ...gate.stages,
    ].map(asHook),
    // Here Fastify reads the body, within the limit, as JSON.
    preHandler: [admission.admit, readOperation(graphs)].map(asHook),
    handler: answerOperation({ deadline, development, release: gate.release, logger }),
  })
  server.addHook('onSend', (...[request, reply, , done]) => {
    admission.depart(request)
    if (admission.stopping()) void reply.header('connection', 'close')
    done()
  })

  serveHealth(server, { stopping: admission.stopping, agencies: graphs.breakerStates, ledger: gate.ledger })
  serveBeside(server, { config, gate, graphs, clock, now, logger, metrics })
  serveMetrics(metricsServer, metrics)

  return {
    async listen() {
      const { host, port, metricsPort } = config
      const metricsOrigin = await listen(metricsServer, { host, port: metricsPort, variable: 'METRICS_PORT' })
      const origin = await listen(server, { host, port, variable: 'PORT' })
      return { url: `${origin}/graphql`, metricsUrl: `${metricsOrigin}/metrics` }
    },
    agencies: () => graphs.current().supergraph.agencies.map(({ name }) => name),
    async stop() {
      admission.stop()
      const timers = [setTimeout(admission.hurry, patience), setTimeout(() => server.server.closeAllConnections(), end)]
      try {
        // Not after the last answer: what is being taken over takes longer to end than the time that is left then.
        await endAll([server.close(), graphs.stopWatching()])
      } finally {
        for (const timer of timers) clearTimeout(timer)
        await endAll([graphs.close(), gate.close(), metricsServer.close()])
      }
    },
  }
}

function openHttp({ bodyLimits, deadline, production }: Config, logger: Logger): FastifyInstance {
  const exchangeLimit = arrivalLimit + deadline + departureLimit
  return createHttpServer({ logger, bodyLimits, arrivalLimit, exchangeLimit, production })
}

interface Beside extends Required<ServerOptions> {
  readonly config: Config
  readonly gate: Gate
  readonly graphs: Graphs
  readonly metrics: Metrics
}

/** What stands beside the graph. */
function serveBeside(server: FastifyInstance, { config, gate, graphs, clock, now, logger, metrics }: Beside): void {
  const { current } = graphs
  refuseOtherMethods(server, config)
  serveChanges(server, {
    isKnown: (agency) => current().supergraph.agencies.some(({ name }) => name === agency),
    callSecret: config.callSecret,
    contributes: (agency, type) => current().contributes(agency, type),
    cache: invalidateAll(graphs.all),
    clock,
    now,
    logger,
    metrics: metrics.changes,
  })
  if (config.development) serveExplorer(server, { currentSchema: () => current().engine.schema, issuer: gate.issuer })
  if (gate.issuer !== undefined) serveDevelopmentTokens(server, gate.issuer)
}

/** A change counts for every graph that requests are still answered by. Without a cache, it is seen at once. */
function invalidateAll(all: () => readonly Graph[]): Pick<EntityCache, 'invalidate' | 'invalidateAgency'> {
  async function inEach(work: (cache: EntityCache) => Promise<void>): Promise<void> {
    await Promise.all(all().flatMap(({ cache }) => (cache === undefined ? [] : [work(cache)])))
  }
  return {
    invalidate: (tags) => inEach((cache) => cache.invalidate(tags)),
    invalidateAgency: (agency) => inEach((cache) => cache.invalidateAgency(agency)),
  }
}

/** Methods that the graph does not answer, with the question that a browser asks before it sends (CORS) among them. */
function refuseOtherMethods(server: FastifyInstance, { allowedOrigins }: Config): void {
  server.route({
    url: '/graphql',
    method: server.supportedMethods.filter((method) => method !== 'GET' && method !== 'POST'),
    onRequest: [refuseForeignPages(allowedOrigins), refuseMethod].map(asHook),
    handler: () => undefined,
  })
}

function refuseMethod(): never {
  throw fault('METHOD_NOT_ALLOWED')
}
