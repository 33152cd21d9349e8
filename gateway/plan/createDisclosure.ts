import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../../platform/Logger.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { maskError } from '../disclose/maskError.ts'
import { placeErrors } from '../disclose/placeErrors.ts'
import type { GraphContext } from './GraphContext.ts'

/**
 * The plugin through which every answer leaves: it masks the errors, adds the provenance, and leaves out whatever else the
 * executor had put into the extensions.
 */
export function createDisclosure(logger: Logger): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return { willSendResponse: async (context) => disclose(context, logger) }
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      const { correlationId } = requestContext.contextValue
      logger.error({ error, correlationId }, 'a request could not be processed')
    },
  }
}

function disclose(context: GraphQLRequestContextWillSendResponse<GraphContext>, logger: Logger): void {
  const { contextValue, response } = context
  const { correlationId, provenance, onAnswer } = contextValue
  if (response.body.kind !== 'single') return
  const { data, errors = [], extensions } = response.body.singleResult
  const masked = [...errors, ...gapsOf(extensions)].map((error, index) => {
    const report = (cause: unknown): void => logger.error({ error: cause, correlationId }, 'an error was masked')
    return maskError(error, context.errors?.[index], { correlationId, report })
  })
  const placed = placeErrors(data, masked)
  response.body.singleResult = {
    ...(placed.length === 0 ? {} : { errors: placed }),
    ...(data === undefined ? {} : { data, extensions: { provenance: provenance.summary() } }),
  }
  onAnswer(placed.map(codeOf), data !== undefined)
}

function codeOf({ extensions }: GraphQLFormattedError): ErrorCode {
  const code = extensions?.['code']
  return isErrorCode(code) ? code : 'INTERNAL'
}

/** An agency that answers nonsense may do so thousands of times. */
const mostGaps = 100

/** Where an agency's value did not fit the schema the executor answers null, and tells it only in an extension. */
function gapsOf(extensions: Readonly<Record<string, unknown>> = {}): readonly GraphQLFormattedError[] {
  const { valueCompletion } = extensions
  if (!Array.isArray(valueCompletion)) return []
  return valueCompletion.slice(0, mostGaps).map((gap: unknown) => {
    const { message, extensions: words } = fault('AGENCY_ERROR')
    const path = typeof gap === 'object' && gap !== null && 'path' in gap ? gap.path : undefined
    return { message, extensions: words, ...(isPath(path) ? { path } : {}) }
  })
}

function isPath(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number')
}
