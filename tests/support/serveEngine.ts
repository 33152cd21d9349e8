import type { FastifyInstance } from 'fastify'
import { getOperationAST, parse } from 'graphql'
import type { Release } from '../../gateway/access/createRelease.ts'
import type { MediaType } from '../../gateway/intake/MediaType.ts'
import { answerOperation } from '../../gateway/intake/answerOperation.ts'
import type { Exchange } from '../../gateway/intake/createExchange.ts'
import { createHttpServer } from '../../gateway/intake/createHttpServer.ts'
import type { Operation } from '../../gateway/operation/createOperationReader.ts'
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
  /** What is known where access is not open. */
  readonly known?: { readonly caller: object; readonly access: object }
  readonly release?: Release
}

export interface Around {
  readonly logger: Logger
  readonly onExchange?: (exchange: Exchange) => void
}

/** A real server whose engine does this, at `/graphql`. The stages before the last are played. */
export function serveEngine(execute: Engine['execute'], asked: Asked, { logger, onExchange }: Around): FastifyInstance {
  const { query = '{ a }', variables = {}, mediaType, development = false, deadline = 5_000, known, release } = asked
  const server = createHttpServer({
    logger,
    bodyLimits: { bytes: 1_000, values: 1_000 },
    arrivalLimit: 10_000,
    exchangeLimit: 30_000,
    production: false,
  })
  server.get('/graphql', {
    preHandler: async ({ exchange }) => {
      onExchange?.(exchange)
      if (mediaType !== undefined) exchange.mediaType = mediaType
      const operation = readOperation(query, variables)
      const asking = { operation, engine: { execute }, access: known?.access }
      Object.assign(exchange, { caller: known?.caller, asked: operation && asking })
    },
    handler: answerOperation({ logger, deadline, development, release }),
  })
  return server
}

function readOperation(query: string, variables: Readonly<Record<string, unknown>>): Operation | undefined {
  const document = query === '' ? undefined : parse(query)
  const definition = document && getOperationAST(document)
  return document && definition
    ? { document, definition, variables, coerced: variables, digest: 'a-digest', registered: undefined }
    : undefined
}
