import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'

/** The stage that refuses a request whose Host header is missing or names no host (RFC 9112, section 3.2). */
export function requireHost({ host }: FastifyRequest): void {
  if (!URL.canParse(`http://${host}/`)) throw fault('BAD_REQUEST')
}
