import { STATUS_CODES } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'
import { readCorrelationId } from '../../platform/readCorrelationId.ts'
import { renderFaults } from './renderFaults.ts'

/** An error that Node has with the bytes of a connection. */
export interface BytesError extends Error {
  readonly code?: string
}

export interface SocketRefusal {
  /** The listener of `clientError`: refuses bytes that are no HTTP request or did not arrive in full, and closes. */
  readonly refuse: (error: BytesError, socket: Socket) => void
  /** Has to see the responses of a server, to write into none of them. */
  readonly watch: (server: Server) => void
}

/** What is wrong with bytes, where it is not that they are no HTTP. */
const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_INCOMPLETE',
}

/** Makes what answers where there is nothing to route: the answer is written by hand, in the shape of all errors, with these headers. */
export function createSocketRefusal(guard: Readonly<Record<string, string>>): SocketRefusal {
  const latest = new WeakMap<Socket, ServerResponse>()
  return {
    refuse(error, socket) {
      if (error.code === 'ECONNRESET' || socket.destroyed) return
      if (socket.writable && isFree(latest.get(socket)))
        socket.write(renderRefusal(codes[error.code ?? ''] ?? 'BAD_REQUEST', guard))
      socket.destroy(error)
    },
    watch(server) {
      server.on('request', ({ socket }, response) => void latest.set(socket, response))
    },
  }
}

/** Whether a client would not take what is written now for a part of the latest answer, or for a second one. */
function isFree(response: ServerResponse | undefined): boolean {
  if (response === undefined || !response.headersSent) return true
  return response.writableFinished && response.req.complete
}

function renderRefusal(code: ErrorCode, guard: Readonly<Record<string, string>>): string {
  const { status, headers, body } = renderFaults([fault(code)], { correlationId: readCorrelationId({ headers: {} }) })
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries({ ...guard, ...headers }).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}
