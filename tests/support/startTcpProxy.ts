import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface TcpProxy {
  readonly port: number
  /** How long every piece is held back from now on, each way. */
  readonly setDelay: (milliseconds: number) => void
  /** From now on, nothing comes through on the connections that there are, as where a route is gone. New ones are as ever. */
  readonly freeze: () => void
  readonly stop: () => Promise<void>
}

/** Starts a proxy on loopback to another port of it, over which everything comes through later. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  const frozen = new WeakSet<Socket>()
  let delay = 0

  async function pass(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const piece of from) {
        if (delay > 0) await pause(delay)
        if (!frozen.has(to)) to.write(piece as Buffer)
      }
    } catch {
      // Either end may be gone at any time.
    }
    // Where a route is gone, nobody hears of the end either.
    if (!frozen.has(to)) to.destroy()
  }
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    void pass(near, far)
    void pass(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    setDelay(milliseconds) {
      delay = milliseconds
    },
    freeze() {
      for (const socket of sockets) frozen.add(socket)
    },
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}
