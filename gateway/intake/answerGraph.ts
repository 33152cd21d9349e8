import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { fault } from '../../platform/fault.ts'
import { codeOfStatus } from './codeOfStatus.ts'
import { renderCacheNotes } from './renderCacheNotes.ts'
import { statusOf } from './statusOf.ts'

/**
 * The last stage: lets the graph answer, and gives the answer its status and media type. An answer that did not leave
 * through disclosure is not sent: what is sent instead is the fault for its status.
 */
export function answerGraph(handle: RouteHandlerMethod) {
  return async function answer(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { exchange } = request
    // Apollo Server chooses by rules of its own, after the operation has run: it is only shown what we have chosen.
    request.headers = { accept: exchange.mediaType }
    const text: unknown = await handle.call(this, request, reply)
    const { codes, data, disclosed, mediaType, cacheNotes } = exchange
    // Data leaves with 200; where it does not, Apollo Server has put an error of its own in place of what was disclosed.
    if (!disclosed || (data && reply.statusCode !== 200)) throw fault(codeOfStatus(reply.statusCode))
    void reply
      .status(data ? 200 : statusOf(codes, mediaType))
      .headers({ 'content-type': `${mediaType}; charset=utf-8`, 'cache-control': 'no-store' })
    if (cacheNotes.length > 0) void reply.header('x-cache', renderCacheNotes(cacheNotes))
    return text
  }
}
