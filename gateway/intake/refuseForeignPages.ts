import type { FastifyReply, FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import { headers } from '../../platform/headers.ts'

/** What a page may tell us, and what it may read of our answer beside the body. */
const sent = ['authorization', 'content-type', headers.purpose, headers.correlationId, headers.deadline].join(', ')
const shown = [headers.correlationId, 'retry-after', 'x-cache'].join(', ')

/** Seconds for which a browser may keep the answer to its question. */
const preflightLife = 600

/**
 * The stage that keeps pages of other sites out, by what browsers themselves say (Fetch Metadata, Origin), and lets the
 * pages of the allowed origins in (CORS), each by its name and without what its browser keeps (credentials). A client that is no browser says neither, and passes.
 */
export function refuseForeignPages(allowedOrigins: readonly string[]) {
  return function checkOrigin(request: FastifyRequest, reply: FastifyReply): void | Promise<void> {
    const { origin } = request.headers
    void reply.header('vary', 'origin')
    if (origin !== undefined && allowedOrigins.includes(origin)) {
      void reply.headers({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': shown,
      })
      return request.method === 'OPTIONS' ? answerPreflight(reply) : undefined
    }
    if (isForeign(request)) throw fault('CROSS_SITE_REFUSED')
  }
}

function isForeign({ headers: said, host }: FastifyRequest): boolean {
  const site = said['sec-fetch-site']
  if (site !== undefined) return site === 'cross-site'
  // A browser too old for Fetch Metadata names the origin of a page that posts.
  return said.origin !== undefined && hostOf(said.origin) !== host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

async function answerPreflight(reply: FastifyReply): Promise<void> {
  await reply
    .status(204)
    .headers({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': sent,
      'access-control-max-age': String(preflightLife),
    })
    .send()
}
