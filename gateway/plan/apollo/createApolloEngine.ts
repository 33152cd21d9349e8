import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../../../platform/Logger.ts'
import type { RequestContext } from '../../context.ts'
import type { AgencySource } from '../../execute/ask/createAgencySource.ts'
import type { Executed } from '../../execute/createExecutable.ts'
import { writeGaps } from '../../execute/writeGaps.ts'
import type { Supergraph } from '../../supergraph/readSupergraph.ts'
import type { Engine } from '../Engine.ts'
import { attachScalars } from '../attachScalars.ts'
import { createPreparer } from '../prepare/createPreparer.ts'
import { variablesOf } from '../prepare/variablesOf.ts'
import { unservable } from '../unservable.ts'
import { createAgencyDataSource } from './createAgencyDataSource.ts'
import { createMarkedView } from './createMarkedView.ts'
import { createQuietLogger } from './createQuietLogger.ts'
import { restoreKeys } from './restoreKeys.ts'

export interface ApolloEngineOptions {
  readonly supergraph: Supergraph
  readonly sourceOf: (agency: string) => AgencySource
  readonly logger: Logger
}

/**
 * Apollo's engine on a supergraph, behind the same agencies: the reference that ours is held against. Throws an
 * EnvironmentError that says why a supergraph cannot be served.
 */
export async function createApolloEngine(options: ApolloEngineOptions): Promise<Engine> {
  const { supergraph, logger } = options
  const quiet = createQuietLogger(logger)
  const gateway = openGateway(options)
  const { schema, executor } = await load(gateway)
  attachScalars(schema)
  const server = new ApolloServer<RequestContext>({
    // What was loaded is loaded once.
    gateway: {
      load: async () => ({ executor }),
      onSchemaLoadOrUpdate(listen) {
        listen({ apiSchema: schema, coreSupergraphSdl: '' })
        return () => undefined
      },
      stop: () => gateway.stop(),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    // Whether clients may see the schema is decided before.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet,
  })
  await server.start()
  const prepare = createPreparer(schema, supergraph.schema)
  const viewOf = createMarkedView(schema)

  return {
    schema,
    async execute(operation, variables, contextValue) {
      const prepared = prepare(operation, variables)
      const { text, planned, document } = prepared
      const marked = planned === document ? undefined : viewOf(prepared)
      const { body } = await server.executeOperation(
        { query: marked?.text ?? text, variables: variablesOf(prepared, variables) },
        { contextValue },
      )
      if (body.kind !== 'single') throw new Error('An answer comes in one piece.')
      const { data = null, errors = [], extensions } = body.singleResult
      const given = { data, errors: [...errors, ...misfitsOf(extensions)] }
      const restored = restoreKeys(prepared, given)
      return marked?.show({ data, errors: restored.errors }) ?? { ...restored, dataSubjects: nobody }
    },
    // Apollo's gateway keeps its plans to itself.
    planned: () => [],
    warm: () => Promise.resolve(),
    stop: () => server.stop(),
  }
}

const nobody: Executed['dataSubjects'] = new Map()

function openGateway({ supergraph, sourceOf, logger }: ApolloEngineOptions): ApolloGateway {
  // Read by Apollo when it constructs a gateway: without it, it calls a telemetry host and addresses of cloud metadata.
  // oxlint-disable-next-line node/no-process-env -- there is no other way to say it
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1'
  return new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    buildService: ({ name }) => createAgencyDataSource(sourceOf(name)),
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: createQuietLogger(logger),
  })
}

async function load(gateway: ApolloGateway): Promise<Awaited<ReturnType<ApolloGateway['load']>>> {
  try {
    return await gateway.load()
  } catch (error) {
    throw unservable(error)
  }
}

/** An agency that answers nonsense may do so thousands of times. */
const mostMisfits = 100

/** Where an agency's value did not fit the schema the executor answers null, and tells it only in an extension. */
function misfitsOf(extensions: Readonly<Record<string, unknown>> = {}): readonly GraphQLFormattedError[] {
  const { valueCompletion } = extensions
  if (!Array.isArray(valueCompletion)) return []
  const places = valueCompletion.slice(0, mostMisfits).map((misfit: unknown) => pathOf(misfit))
  return writeGaps(places.map((place) => ({ code: 'AGENCY_ERROR', details: {}, ...(place && { place }) })))
}

function pathOf(misfit: unknown): readonly (string | number)[] | undefined {
  const path = typeof misfit === 'object' && misfit !== null && 'path' in misfit ? misfit.path : undefined
  const isPath = Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number')
  return isPath ? path : undefined
}
