import type { FastifyRequest } from 'fastify'
import { headers } from '../../platform/headers.ts'
import type { Authenticator } from '../access/createAuthenticator.ts'
import { createCallers } from '../access/createCallers.ts'

/** The stage that lets nobody pass who is not known, or does not say for which purpose. */
export function requireCaller(authenticate: Authenticator) {
  const identifyCaller = createCallers()
  return async function identify({ headers: given, raw, exchange, id }: FastifyRequest): Promise<void> {
    // Node keeps the first of several tokens, and a proxy may have looked at the last.
    const authorization = countOf('authorization', raw.rawHeaders) > 1 ? undefined : given.authorization
    const principal = await authenticate(authorization, id)
    exchange.caller = identifyCaller(principal, given[headers.purpose])
  }
}

/** How often a header came, in a list of names and values by turns. */
function countOf(header: string, came: readonly string[]): number {
  let count = 0
  for (let index = 0; index < came.length; index += 2) if (came[index]?.toLowerCase() === header) count += 1
  return count
}
