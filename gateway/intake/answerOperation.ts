import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../../platform/Logger.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'
import type { Caller } from '../access/Caller.ts'
import type { PermittedOperation } from '../access/createAccess.ts'
import type { Release, ReleasedAnswer } from '../access/createRelease.ts'
import type { RequestContext } from '../context.ts'
import { discloseAnswer } from '../disclose/discloseAnswer.ts'
import type { Disclosed } from '../disclose/discloseAnswer.ts'
import type { Executed } from '../execute/createExecutable.ts'
import { writeData } from '../execute/text/writeData.ts'
import { createContext } from './createContext.ts'
import type { ContextOptions } from './createContext.ts'
import type { Asked, Exchange } from './createExchange.ts'
import { isRepeatable } from './isRepeatable.ts'
import { renderCacheNotes } from './renderCacheNotes.ts'

export interface AnswerOptions extends ContextOptions {
  /** What every answer waits for before it leaves; undefined where access is open. */
  readonly release?: Release | undefined
  readonly logger: Logger
}

/**
 * Milliseconds beyond its deadline after which a request is given up, should something not keep to the deadline; and those that
 * an answer may take to be accounted for, which one that came at its deadline has as well.
 */
const grace = 1_000

/**
 * The last stage: lets the engine run the operation that was read, discloses what it gave, and gives it its media type. Answers
 * that become ready in one turn of the event loop leave together, after all that came in with it has been read.
 */
export function answerOperation({ logger, release, ...options }: AnswerOptions) {
  return async function answer(request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
    const { exchange } = request
    const { asked, mediaType } = exchange
    if (asked === undefined) throw fault('INTERNAL')
    const context = createContext(request, options)
    const { correlationId, provenance, deadline } = context
    const running = run(asked, exchange.caller, context)
    const ran = await within(running, deadline.remaining() + grace, 'DEADLINE_EXCEEDED').finally(deadline.end)
    const { executed } = ran
    const report = (error: unknown): void => logger.error({ error, correlationId }, 'an error was masked')
    const { body, codes } = discloseAnswer(executed, {
      correlationId,
      provenance,
      repeatable: isRepeatable(exchange),
      report,
      operation: asked.operation,
    })
    if (release !== undefined) {
      const leaving = releasedAnswer(exchange, ran, { correlationId, provenance: body.extensions.provenance })
      // A server that stops still writes down what it has.
      await within(release(leaving, exchange.left.signal), grace, 'LEDGER_UNAVAILABLE')
    }
    // As bytes: Node writes a long text by way of three times its length, which takes as long as to make it.
    const bytes = Buffer.from(writeBody(body, executed))
    await nextTurn()
    Object.assign(exchange, { codes, data: true })
    void reply.headers({ 'content-type': `${mediaType}; charset=utf-8`, 'cache-control': 'no-store' })
    if (exchange.cacheNotes.length > 0) void reply.header('x-cache', renderCacheNotes(exchange.cacheNotes))
    return bytes
  }
}

/** Where values stand in the data as texts, they are written as they are; all else takes less to be written at once. */
function writeBody(body: Disclosed['body'], { hasTexts }: Executed): string {
  if (hasTexts !== true) return JSON.stringify(body)
  const { errors, data, extensions } = body
  const head = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`
  return `{${head}"data":${writeData(data)},"extensions":${JSON.stringify(extensions)}}`
}

function releasedAnswer(
  { caller, asked }: Exchange,
  { executed, permitted }: Ran,
  about: Pick<ReleasedAnswer, 'correlationId' | 'provenance'>,
): ReleasedAnswer {
  if (caller === undefined || permitted === undefined || asked === undefined) throw fault('INTERNAL')
  const { operation } = asked
  return {
    caller,
    permitted,
    executed,
    operation: operation.registered?.name ?? operation.digest,
    ...about,
  }
}

interface Ran {
  readonly executed: Executed
  /** Undefined where access is open. */
  readonly permitted: PermittedOperation | undefined
}

/** Runs the operation as far as its caller may have it run. */
async function run(
  { operation, engine, access }: Asked,
  caller: Caller | undefined,
  context: RequestContext,
): Promise<Ran> {
  const { variables } = operation
  if (access === undefined)
    return { executed: await engine.execute(operation, variables, context), permitted: undefined }
  if (caller === undefined) throw fault('UNAUTHENTICATED')
  const permitted = await access.permit({ operation, variables: operation.coerced, caller, context })
  return { executed: await engine.execute(permitted.operation, variables, context), permitted }
}

/** What comes in so many milliseconds, or this fault. Fastify's `handlerTimeout` does the like and takes ten times as long. */
function within<Result>(work: Promise<Result>, limit: number, code: ErrorCode): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const timer = setTimeout(() => reject(fault(code)), limit)
  work.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}
