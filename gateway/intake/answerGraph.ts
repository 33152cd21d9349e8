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
    const text: unknown = await handle.call(this, request, reply)
    const { codes, data, disclosed, mediaType, cacheNotes } = request.exchange
    if (!disclosed) throw fault(codeOfStatus(reply.statusCode))
    void reply
      .status(data ? 200 : statusOf(codes, mediaType))
      .headers({ 'content-type': `${mediaType}; charset=utf-8`, 'cache-control': 'no-store' })
    if (cacheNotes.length > 0) void reply.header('x-cache', renderCacheNotes(cacheNotes))
    return text
  }
}
