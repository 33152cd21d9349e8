import type { Dispatcher } from 'undici'
import { codeOf } from '../../platform/codeOf.ts'
import { oncePerText } from '../../platform/oncePerText.ts'
import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'
import { abortKind } from './abortKind.ts'

export interface AnswerReceiverOptions {
  readonly agency: string
  readonly signal: AbortSignal
  /** The most bytes that are read of a body. */
  readonly maxBytes: number
}

/**
 * Receives one HTTP response: `body` resolves to its bytes, or rejects with an AgencyFailure as soon as it is known that
 * there is none to have, and the rest of the response is not read then. Written against undici's lowest interface because
 * its streams would hold a call that waits for a connection past its deadline, and cost more for a body of a few kilobytes.
 */
export class AnswerReceiver implements Dispatcher.DispatchHandler {
  readonly body: Promise<Buffer>
  /** The header of that name, once `body` is there. */
  cacheControl: string | undefined
  private readonly options: AnswerReceiverOptions
  private readonly settle: PromiseWithResolvers<Buffer>
  private readonly chunks: Buffer[] = []
  private controller: Dispatcher.DispatchController | undefined
  private failure: AgencyFailure | undefined
  private status: number | undefined
  private size = 0

  constructor(options: AnswerReceiverOptions) {
    this.options = options
    this.settle = Promise.withResolvers()
    this.body = this.settle.promise
    options.signal.addEventListener('abort', this.leave, { once: true })
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller
    // The asker left while the connection was being made.
    if (this.failure !== undefined) controller.abort(this.failure)
  }

  onResponseStart(...[, status, headers]: Parameters<Required<Dispatcher.DispatchHandler>['onResponseStart']>): void {
    // Informational responses come before the real one.
    if (status < 200) return
    this.status = status
    const cacheControl = headers['cache-control']
    this.cacheControl = typeof cacheControl === 'string' ? cacheControl : cacheControl?.join(', ')
    const contentType = headers['content-type']
    const kind = refusal(status, typeof contentType === 'string' ? mediaType(contentType) : '')
    if (kind !== undefined) this.fail(kind)
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length
    if (this.size > this.options.maxBytes) return this.fail('TOO_LARGE')
    this.chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.options.signal.removeEventListener('abort', this.leave)
    this.settle.resolve(Buffer.concat(this.chunks))
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    // The parser's complaint is that something arrived which is not HTTP; all else is about something not arriving.
    const code = codeOf(error) ?? codeOf(error.cause)
    this.fail(error.name === 'HTTPParserError' ? 'MALFORMED' : 'CONNECTION', code)
  }

  private readonly leave = (): void => this.fail(abortKind(this.options.signal))

  private fail(kind: AgencyFailureKind, code?: string): void {
    if (this.failure !== undefined) return
    this.failure = new AgencyFailure(this.options.agency, kind, { status: this.status, code })
    this.options.signal.removeEventListener('abort', this.leave)
    this.settle.reject(this.failure)
    this.controller?.abort(this.failure)
  }
}

const ownMediaType = 'application/graphql-response+json'

/** Client errors that say something of the call itself or of the moment, and not of the operation. */
const statusesOfTheCall = [401, 403, 407, 408, 421, 425, 429]

/**
 * Why a response's head cannot belong to a GraphQL answer (GraphQL over HTTP, sections 6.4.1 and 6.4.2): under
 * `application/json`, only 2xx says that the server understood; under its own media type, a 4xx tells of a request error.
 */
function refusal(status: number, type: string): AgencyFailureKind | undefined {
  const isSuccess = status >= 200 && status < 300
  const mayRefuse = status >= 400 && status < 500 && !statusesOfTheCall.includes(status)
  if (!isSuccess && !(mayRefuse && type === ownMediaType)) return 'STATUS'
  return type === ownMediaType || type === 'application/json' ? undefined : 'CONTENT_TYPE'
}

/** An agency says the same in every answer. */
const mediaType = oncePerText((contentType: string) => contentType.split(';', 1).join('').trim().toLowerCase())
