import type { FastifyInstance } from 'fastify'
import { getOperationAST, parse } from 'graphql'
import type { Release } from '../../gateway/access/createRelease.ts'
import type { MediaType } from '../../gateway/intake/MediaType.ts'
import { answerOperation } from '../../gateway/intake/answerOperation.ts'
import type { Exchange } from '../../gateway/intake/createExchange.ts'
import { createHttpServer } from '../../gateway/intake/createHttpServer.ts'
import type { Engine } from '../../gateway/plan/Engine.ts'
import type { Logger } from '../../platform/Logger.ts'

/** What is asked of an engine, and by whom. */
export interface Asked {
  /** The operation that was read; with an empty text, none was. */
  readonly query?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly mediaType?: MediaType
  readonly development?: boolean
  /** Milliseconds. */
  readonly deadline?: number
  /** What earlier stages found out besides. */
  readonly exchange?: object
  readonly release?: Release
}

export interface Around {
  readonly logger: Logger
  readonly onExchange?: (exchange: Exchange) => void
}

/** A real server whose engine does this, at `/graphql`. The stages before the last are played. */
export function serveEngine(execute: Engine['execute'], asked: Asked, { logger, onExchange }: Around): FastifyInstance {
  const { query = '{ a }', variables = {}, mediaType, development = false, deadline = 5_000, release } = asked
  const server = createHttpServer({
    logger,
    bodyLimits: { bytes: 1_000, values: 1_000 },
    arrivalLimit: 10_000,
    exchangeLimit: 30_000,
  })
  server.get('/graphql', {
    preHandler: async ({ exchange }) => {
      onExchange?.(exchange)
      Object.assign(exchange, asked.exchange)
      if (mediaType !== undefined) exchange.mediaType = mediaType
      if (query !== '') Object.assign(exchange, { operation: readOperation(query, variables), engine: { execute } })
    },
    handler: answerOperation({ logger, deadline, development, release }),
  })
  return server
}

function readOperation(query: string, variables: Readonly<Record<string, unknown>>): Exchange['operation'] {
  const document = parse(query)
  const definition = getOperationAST(document)
  return definition
    ? { document, definition, variables, coerced: variables, digest: 'a-digest', registered: undefined }
    : undefined
}
