import { ApolloGateway } from '@apollo/gateway'
import type { GraphQLDataSource } from '@apollo/gateway'
import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { Logger } from '../../platform/Logger.ts'
import { attachScalars } from './attachScalars.ts'
import { createAliasSeparator } from './createAliasSeparator.ts'
import type { GraphContext } from './GraphContext.ts'
import { createQuietLogger } from './createQuietLogger.ts'
import type { Supergraph, SupergraphAgency } from './readSupergraph.ts'

/** What Apollo Server asks of a gateway. */
export type Engine = ApolloServerOptionsWithGateway<GraphContext>['gateway']

type Execute = NonNullable<Awaited<ReturnType<Engine['load']>>['executor']>

/** What the engine makes of an operation. */
export type EngineResult = Awaited<ReturnType<Execute>>

/** One supergraph, ready to be served. It never changes: another supergraph is another generation. */
export interface Generation {
  /** What clients see. */
  readonly schema: GraphQLSchema
  readonly execute: Execute
  readonly stop: () => Promise<void>
}

export interface GenerationOptions {
  readonly supergraph: Supergraph
  readonly dataSourceOf: (agency: SupergraphAgency) => GraphQLDataSource
  readonly logger: Logger
}

/**
 * Builds a generation: planner, executor and client schema. Its plans are kept in memory, at most 30 MiB of them. Throws an
 * EnvironmentError that says why a supergraph cannot be served.
 */
export async function createGeneration({ supergraph, dataSourceOf, logger }: GenerationOptions): Promise<Generation> {
  // Read by Apollo when it constructs a gateway: without it, it calls a telemetry host and addresses of cloud metadata.
  // oxlint-disable-next-line node/no-process-env -- there is no other way to say it
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1'
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.sdl,
    buildService: ({ name, url = '' }) => dataSourceOf({ name, url }),
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: createQuietLogger(logger),
  })
  const { schema, executor } = await load(gateway)
  attachScalars(schema)
  return { schema, execute: withAliasesApart(executor, supergraph.schema), stop: () => gateway.stop() }
}

function withAliasesApart(execute: Execute, supergraph: GraphQLSchema): Execute {
  const separate = createAliasSeparator(supergraph)
  return async function executeApart(context) {
    const { document, restore } = separate(context.document)
    return restore(await execute({ ...context, document }))
  }
}

async function load(gateway: ApolloGateway): Promise<Awaited<ReturnType<ApolloGateway['load']>>> {
  try {
    return await gateway.load()
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'its build failed'
    throw new EnvironmentError(`SUPERGRAPH_PATH names a supergraph that cannot be served: ${reason}`)
  }
}
