import { GraphQLError } from 'graphql'
import type { GraphQLErrorOptions } from 'graphql'
import { errors } from './errors.ts'
import type { ErrorCode } from './errors.ts'

/** What may stand beside a code: schema names, ids and numbers of our own, never a value from the request. */
export interface FaultDetails {
  readonly agency?: string
  readonly argument?: string
  readonly field?: string
  readonly correlationId?: string
  readonly retryAfterSeconds?: number
}

/** What a refusal says besides; a server says it of its own limits alone. */
export interface RefusalDetails extends FaultDetails {
  /** The limit that was exceeded. */
  readonly limit?: string
  /** How much the limit allows, or which of our names would have been taken. */
  readonly allowed?: number | readonly string[]
  /** How much was asked for. */
  readonly asked?: number
  /** Which parameter of a GraphQL request is wrong (GraphQL over HTTP, section 5.1). */
  readonly parameter?: 'query' | 'operationName' | 'variables' | 'extensions'
}

type FaultPlace = Pick<GraphQLErrorOptions, 'nodes' | 'path' | 'originalError'>

/**
 * An error of the table, ready to leave: `message` in English, `extensions.code`, `extensions.retryable`,
 * the Indonesian text in `extensions.translations.id`, and the details given.
 */
export function fault(code: ErrorCode, details: RefusalDetails = {}, place: FaultPlace = {}): GraphQLError {
  const { en, id, retryable } = errors[code]
  return new GraphQLError(en, { ...place, extensions: { code, retryable, translations: { id }, ...details } })
}
