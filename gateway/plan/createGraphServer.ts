import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { Logger } from '../../platform/Logger.ts'
import type { GraphContext } from './GraphContext.ts'
import type { ReadDocuments } from './ReadDocuments.ts'
import { createDisclosure } from './createDisclosure.ts'
import type { Engine, Generation } from './createGeneration.ts'
import { createQuietLogger } from './createQuietLogger.ts'

export interface GraphServerOptions {
  readonly generation: Generation
  readonly documents: ReadDocuments
  /** Whether clients may see the schema. */
  readonly open: boolean
  readonly logger: Logger
}

/** SHA-256 in hexadecimal, the end of the keys that Apollo Server asks its document store for. */
const hashLength = 64

/**
 * Starts Apollo Server on a generation. Each operation was read before it comes here, so its document is taken as it is;
 * whatever Apollo Server would tell the world by itself is switched off.
 */
export async function createGraphServer(options: GraphServerOptions): Promise<ApolloServer<GraphContext>> {
  const { generation, documents, open, logger } = options
  const server = new ApolloServer<GraphContext>({
    gateway: engineOf(generation, documents),
    documentStore: {
      get: async (key) => documents.documentOf(key.slice(-hashLength)),
      set: async () => undefined,
      delete: async () => false,
    },
    plugins: [
      createDisclosure(logger),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    introspection: open,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // Intake refuses pages of other sites by what the browser says, so that clients need no special header.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: createQuietLogger(logger),
  })
  await server.start()
  return server
}

/** Plans are kept by the operation's digest, so that white space, comments and unused operations do not make another. */
function engineOf({ schema, execute, stop }: Generation, documents: ReadDocuments): Engine {
  return {
    load: async () => ({
      executor: (context) =>
        execute({ ...context, queryHash: documents.digestOf(context.operation) ?? context.queryHash }),
    }),
    onSchemaLoadOrUpdate(listen) {
      listen({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    stop,
  }
}
