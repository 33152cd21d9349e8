import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * One step of what a request goes through. The next one follows, unless it throws or answers. It gives a promise only where it
 * has to wait.
 */
export type Stage = (request: FastifyRequest, reply: FastifyReply) => void | Promise<void>
