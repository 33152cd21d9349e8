import type { Server } from 'node:net'
import { listenError } from '../../platform/listenError.ts'

/** What of a server is needed here. */
export interface Listener {
  readonly listen: (options: { readonly host: string; readonly port: number }) => Promise<unknown>
  readonly server: Pick<Server, 'address'>
}

export interface ListenOptions {
  readonly host: string
  readonly port: number
  /** The variable that the port comes from. */
  readonly variable: string
}

/**
 * Listens and answers the origin at which this machine reaches the server. Throws an EnvironmentError that names the variable
 * when the port is taken or not allowed, or HOST when there is no such address.
 */
export async function listen(server: Listener, { host, port, variable }: ListenOptions): Promise<string> {
  try {
    await server.listen({ host, port })
  } catch (error) {
    throw listenError(error, variable)
  }
  const address = server.server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return `http://${reachable(host)}:${bound}`
}

/** An address of all interfaces is none to connect to. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
