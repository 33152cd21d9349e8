import { Client } from 'undici'
import type { Dispatcher } from 'undici'
import type { Response } from './findFault.ts'

/** One client with a connection of its own. */
export interface LoadClient {
  /** Posts JSON. Rejects where there is no answer. */
  readonly post: (body: string) => Promise<Response>
  readonly close: () => Promise<void>
}

/** More than the slowest of all takes for the largest list with all clients at once. */
const patience = 60_000

/** Opens a client of a graph, with headers of its own, over undici's lowest interface, which takes least of the machine that all share. */
export function createClient(url: string, added: Readonly<Record<string, string>> = {}): LoadClient {
  const { origin, pathname } = new URL(url)
  const client = new Client(origin, { headersTimeout: patience, bodyTimeout: patience, allowH2: false })
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...added }
  return {
    post(body) {
      const receiver = new Receiver()
      client.dispatch({ path: pathname, method: 'POST', headers, body }, receiver)
      return receiver.response
    },
    close: () => client.destroy(),
  }
}

class Receiver implements Dispatcher.DispatchHandler {
  readonly response: Promise<Response>
  private readonly settle = Promise.withResolvers<Response>()
  private readonly chunks: Buffer[] = []
  private status = 0

  constructor() {
    this.response = this.settle.promise
  }

  /** Undici asks for it, although there is nothing to do. */
  onRequestStart(): void {
    this.status = 0
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk)
  }

  onResponseEnd(): void {
    const [first, ...others] = this.chunks
    const bytes = others.length === 0 ? first : Buffer.concat(this.chunks)
    this.settle.resolve({ status: this.status, body: bytes?.toString() ?? '' })
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.settle.reject(error)
  }
}
