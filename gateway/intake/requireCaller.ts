import type { FastifyRequest } from 'fastify'
import { headers } from '../../platform/headers.ts'
import type { Authenticator } from '../access/createAuthenticator.ts'
import { identifyCaller } from '../access/identifyCaller.ts'

/** The stage that lets nobody pass who is not known, or does not say for which purpose. */
export function requireCaller(authenticate: Authenticator) {
  return async function identify({ headers: given, exchange }: FastifyRequest): Promise<void> {
    const principal = await authenticate(given.authorization)
    exchange.caller = identifyCaller(principal, given[headers.purpose])
  }
}
