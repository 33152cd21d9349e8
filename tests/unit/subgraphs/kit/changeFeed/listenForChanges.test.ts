import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createBackoff } from '../../../../../subgraphs/kit/changeFeed/createBackoff.ts'
import { listenForChanges } from '../../../../../subgraphs/kit/changeFeed/listenForChanges.ts'

/** A server that takes connections and says nothing on them. */
let server: Server
let stopping: AbortController
let listening: Promise<void>

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  stopping = new AbortController()
})

afterEach(async () => {
  server.close()
  await once(server, 'close')
})

/** Begins to listen, and answers the connection that it makes, and the first that it says. */
async function begin(): Promise<{ readonly socket: Socket; readonly said: string }> {
  const { port } = server.address() as AddressInfo
  const connected = once(server, 'connection')
  listening = listenForChanges(
    {
      url: `postgres://passport@127.0.0.1:${port}/passport`,
      onChange() {},
      onBroken() {},
      backoff: createBackoff(Math.random),
    },
    stopping.signal,
  )
  const [socket] = (await connected) as [Socket]
  const [said] = (await once(socket, 'data')) as [Buffer]
  return { socket, said: said.toString() }
}

describe('listening for changes', () => {
  test('ends when it is asked to while the connection is still being made, and leaves none', async () => {
    const { socket } = await begin()
    const closed = once(socket, 'close')
    socket.resume()
    stopping.abort()
    await listening
    await closed
    expect(socket.destroyed).toBe(true)
  })

  test('tells the server to let go of a connection whose route is gone, as of every other', async () => {
    const { socket, said } = await begin()
    socket.resume()
    stopping.abort()
    await listening
    expect(said).toContain('-c tcp_keepalives_idle=10')
    expect(said).toContain('-c tcp_user_timeout=25000')
  })
})
