import type { Server } from 'node:http'

/**
 * Cuts the connection of each request of a server that is not over so many milliseconds after its head was there: its answer
 * was never made, or its client does not read it. Between requests, a connection may rest.
 *
 * The time is that of the whole, and not of silence: who reads a byte now and then would never be silent.
 */
export function limitExchanges(server: Server, limit: number): void {
  server.on('request', ({ socket }, response) => {
    const timer = setTimeout(() => socket.destroy(), limit)
    response.once('close', () => clearTimeout(timer))
  })
}
