import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import type { Stage } from './Stage.ts'

/**
 * A stage as a hook of Fastify, which waits only where the stage gives a promise: few have to, and a promise costs a request
 * more than most of them do.
 */
export function asHook(stage: Stage) {
  return function run(
    request: FastifyRequest,
    reply: FastifyReply,
    done: HookHandlerDoneFunction,
  ): void | Promise<void> {
    const waiting = stage(request, reply)
    if (waiting === undefined) done()
    return waiting
  }
}
