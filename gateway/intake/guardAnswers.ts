import type { FastifyReply, FastifyRequest } from 'fastify'

/** The stage that gives every answer these headers, before anything can refuse the request. */
export function guardAnswers(headers: Readonly<Record<string, string>>) {
  return function guard(_request: FastifyRequest, reply: FastifyReply): void {
    void reply.headers(headers)
  }
}
