import type { FastifyInstance } from 'fastify'
import { fault } from '../../platform/fault.ts'
import type { DevelopmentIssuer } from '../access/createDevelopmentIssuer.ts'
import { readDevelopmentClaims } from '../access/readDevelopmentClaims.ts'

/**
 * GET /dev/token?as=… answers a token for a development user, or another one with the claims that are given beside, as plain text.
 * Where there is none such, it says which there are.
 */
export function serveDevelopmentTokens(server: FastifyInstance, { issue }: DevelopmentIssuer): void {
  server.get('/dev/token', async ({ url }, reply) => {
    const claims = readDevelopmentClaims(new URL(url, 'http://localhost').searchParams)
    if (claims === undefined) throw fault('DEVELOPMENT_USER_UNKNOWN')
    void reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    return `${await issue(claims)}\n`
  })
}
