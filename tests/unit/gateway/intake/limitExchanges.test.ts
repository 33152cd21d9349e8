import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { limitExchanges } from '../../../../gateway/intake/limitExchanges.ts'
import { until } from '../../../support/until.ts'

/** More than the kernel takes for a client that does not read. */
const large = Buffer.alloc(16_000_000, 'a')
const request = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n'

let server: Server
let over: boolean[]

/** A server with a limit of 200 milliseconds, and a connection to it. */
async function open(answer: RequestListener): Promise<Socket> {
  over = []
  server = createServer((asked, response) => {
    response.once('close', () => over.push(response.writableFinished))
    answer(asked, response)
  })
  limitExchanges(server, 200)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  return socket
}

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

describe('an exchange that is not over in its time', () => {
  it('is cut where its client reads nothing', async () => {
    const socket = await open((_asked, response) => response.end(large))
    socket.write(request)
    await until('it is over', () => over.length === 1)
    expect(over).toEqual([false])
    socket.destroy()
  })

  it('is cut where its client reads a little now and then', async () => {
    const socket = await open((_asked, response) => response.end(large))
    socket.write(request)
    await until('it is over', () => {
      socket.read(1)
      return over.length === 1
    })
    expect(over).toEqual([false])
    socket.destroy()
  })

  it('is cut where there is no answer', async () => {
    const socket = await open(() => undefined)
    socket.write(request)
    await once(socket.resume(), 'close')
    await until('it is over', () => over.length === 1)
    expect(over).toEqual([false])
  })

  it('is cut with all that wait behind it on its connection', async () => {
    // Once all have been read: Node reads no further while an answer is too large for its connection.
    const socket = await open((_asked, response) => void setImmediate(() => response.end(large)))
    socket.write(request.repeat(3))
    await until('they are over', () => over.length === 3)
    expect(over).toEqual([false, false, false])
    socket.destroy()
  })
})

describe('a connection', () => {
  it('may rest between requests', async () => {
    const socket = await open((_asked, response) => response.end('well'))
    const received: string[] = []
    socket.on('data', (chunk) => received.push(String(chunk)))
    const begin = performance.now()
    socket.write(request)
    await until('the limit has passed', () => performance.now() - begin > 400)
    socket.write(request)
    await until('it is answered', () => received.join('').split('well').length === 3)
    expect(over).toEqual([true, true])
    socket.destroy()
  })
})
