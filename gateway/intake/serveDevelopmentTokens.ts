import type { FastifyInstance } from 'fastify'
import { fault } from '../../platform/fault.ts'
import type { DevelopmentIssuer } from '../access/createDevelopmentIssuer.ts'
import { readDevelopmentClaims } from '../access/readDevelopmentClaims.ts'

/** GET /dev/token?as=… answers a token for a development user as plain text, and the users there are where none is named. */
export function serveDevelopmentTokens(server: FastifyInstance, { issue }: DevelopmentIssuer): void {
  server.get('/dev/token', async ({ url }, reply) => {
    const claims = readDevelopmentClaims(new URL(url, 'http://localhost').searchParams)
    if (claims === undefined) throw fault('DEVELOPMENT_USER_UNKNOWN')
    void reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    return `${await issue(claims)}\n`
  })
}
