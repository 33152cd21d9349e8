import type { FastifyRequest } from 'fastify'
import { headers } from '../../platform/headers.ts'
import type { Authenticator } from '../access/createAuthenticator.ts'
import { createCallers } from '../access/createCallers.ts'

/** The stage that lets nobody pass who is not known, or does not say for which purpose. */
export function requireCaller(authenticate: Authenticator) {
  const identifyCaller = createCallers()
  return async function identify({ headers: given, raw, exchange }: FastifyRequest): Promise<void> {
    // Node keeps the first of several tokens, and a proxy may have looked at the last.
    const [token, ...others] = raw.headersDistinct['authorization'] ?? []
    const principal = await authenticate(others.length === 0 ? token : undefined)
    exchange.caller = identifyCaller(principal, given[headers.purpose])
  }
}
