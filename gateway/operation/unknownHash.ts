import { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'

/**
 * The fault of a hash that names no registered operation. Its message is not ours: some clients of persisted queries know it
 * by its code, others by these words, and send the text then.
 */
export function unknownHash(): GraphQLError {
  return new GraphQLError('PersistedQueryNotFound', { extensions: fault('PERSISTED_QUERY_NOT_FOUND').extensions })
}
