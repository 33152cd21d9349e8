import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import type { Fairness } from '../access/fairness/Fairness.ts'

/** The stage that counts a client's requests, and lets no more pass than it may send. */
export function limitClient({ admit }: Pick<Fairness, 'admit'>) {
  return async function limit({ exchange: { caller } }: FastifyRequest): Promise<void> {
    if (caller === undefined) throw fault('UNAUTHENTICATED')
    await admit(caller.principal.client)
  }
}
