import type { ErrorCode } from '../../platform/errors.ts'
import type { Caller } from '../access/Caller.ts'
import type { Access } from '../access/createAccess.ts'
import type { CacheNote } from '../cache/CacheNote.ts'
import type { FoundOperation, Operation } from '../operation/createOperationReader.ts'
import type { Engine } from '../plan/Engine.ts'
import type { MediaType } from './MediaType.ts'

/** An operation that was asked for, and what answers it. */
export interface Asked {
  readonly operation: Operation
  readonly engine: Pick<Engine, 'execute'>
  /** Undefined where access is open. */
  readonly access: Access | undefined
}

/** What becomes known of a request while it is answered; the log line and the metrics are made of it. */
export interface Exchange {
  /** `performance.now()` when the head of the request was there. */
  readonly startedAt: number
  /** Aborted when the client leaves before its answer is complete. */
  readonly left: AbortController
  /** Aborted when nobody waits for agencies any more: the client has left, or the server stops and answers with what there is. */
  readonly hurry: AbortController
  /** What the client takes most gladly of what we offer. */
  mediaType: MediaType
  /** Which operation it is of, also where it is refused for its variables; undefined until it is found. */
  found: FoundOperation | undefined
  /** Undefined until the operation is read. */
  asked: Asked | undefined
  /** Who asks and why; undefined where access is open. */
  caller: Caller | undefined
  /** The codes of all errors in the answer. */
  codes: readonly ErrorCode[]
  /** Whether the answer holds data. */
  data: boolean
  /** What the cache did, where developers may see it. */
  readonly cacheNotes: CacheNote[]
  /** What is done, in this order, once the answer has left or the client has. */
  readonly whenOver: (() => void)[]
}

declare module 'fastify' {
  interface FastifyRequest {
    readonly exchange: Exchange
  }
}

/** An exchange that begins now. */
export function createExchange(): Exchange {
  return {
    startedAt: performance.now(),
    left: new AbortController(),
    hurry: new AbortController(),
    mediaType: 'application/json',
    found: undefined,
    asked: undefined,
    caller: undefined,
    codes: [],
    data: false,
    cacheNotes: [],
    whenOver: [],
  }
}
