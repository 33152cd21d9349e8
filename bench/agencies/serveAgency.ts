import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import type { GraphqlRequest } from './GraphqlRequest.ts'
import type { Answerer } from './createAnswerer.ts'
import { createHttpReader } from './createHttpReader.ts'

export interface AgencyBehaviour {
  /** Milliseconds that an answer takes. */
  readonly delay: () => number
  /** Is told of every request. */
  readonly onCall: () => void
}

/** An agency that can be reached. */
export interface ServedAgency {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Long enough that what is kept warm stays warm for the longest run. */
const head = [
  'HTTP/1.1 200 OK',
  'content-type: application/json',
  'cache-control: max-age=3600, stale-if-error=3600',
  'content-length: ',
].join('\r\n')

/** Serves an agency over HTTP on a free port of loopback. What is no GraphQL over HTTP costs its sender the connection. */
export async function serveAgency(answer: Answerer, { delay, onCall }: AgencyBehaviour): Promise<ServedAgency> {
  const sockets = new Set<Socket>()

  function reply(socket: Socket, text: string): void {
    const response = `${head}${Buffer.byteLength(text)}\r\n\r\n${text}`
    const milliseconds = delay()
    if (milliseconds === 0) socket.write(response)
    else setTimeout(() => socket.write(response), milliseconds)
  }
  function receive(socket: Socket, body: string): void {
    onCall()
    const request: unknown = JSON.parse(body)
    if (!isGraphql(request)) throw new Error('This is not GraphQL over HTTP.')
    const text = answer(request)
    if (typeof text === 'string') reply(socket, text)
    else void text.then((late) => reply(socket, late))
  }

  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    const read = createHttpReader((body) => receive(socket, body))
    socket.on('data', (bytes) => {
      try {
        read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
      } catch {
        socket.destroy()
      }
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function isGraphql(value: unknown): value is GraphqlRequest {
  return typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string'
}
