import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { messageOf } from '../../platform/messageOf.ts'

/** What an operator is told of a supergraph that no engine can be made of. */
export function unservable(reason: unknown): EnvironmentError {
  return new EnvironmentError(`SUPERGRAPH_PATH names a supergraph that cannot be served: ${messageOf(reason)}`)
}
