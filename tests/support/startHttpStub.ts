import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A request that a stub received. */
export interface StubRequest {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Resolves when the client has closed the connection. */
  readonly closed: Promise<void>
}

/** A real HTTP server on a free port of loopback that answers as it is told. */
export interface HttpStub {
  readonly url: string
  readonly requests: readonly StubRequest[]
  readonly connections: () => number
  /** Resolves with the request of this number, from 0, once it has come. */
  readonly received: (number: number) => Promise<StubRequest>
  readonly stop: () => Promise<void>
}

/** Starts a stub. What `answer` does not answer stays unanswered. */
export async function startHttpStub(
  answer: (response: ServerResponse, request: StubRequest) => void,
): Promise<HttpStub> {
  const requests: StubRequest[] = []
  const waiting = new Map<number, (request: StubRequest) => void>()
  const closing = new WeakMap<Socket, Promise<void>>()
  let connections = 0

  async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url, headers, socket } = incoming
    const closed = closing.get(socket) ?? new Promise<void>((resolve) => socket.once('close', () => resolve()))
    closing.set(socket, closed)
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Buffer))
    const request = { method, url, headers, closed, body: Buffer.concat(chunks).toString() }
    requests.push(request)
    waiting.get(requests.length - 1)?.(request)
    answer(response, request)
  }
  const server = createServer((incoming, response) => void receive(incoming, response))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    requests,
    connections: () => connections,
    received(number) {
      const request = requests[number]
      if (request !== undefined) return Promise.resolve(request)
      return new Promise((resolve) => void waiting.set(number, resolve))
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
