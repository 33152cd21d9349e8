import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'

/** The stage that refuses a request whose Host header is missing or names no host (RFC 9110, section 7.2). */
export function requireHost({ host }: FastifyRequest): void {
  // The integration of Apollo Server makes a URL of it, and would throw.
  if (!URL.canParse(`http://${host}/`)) throw fault('BAD_REQUEST')
}
