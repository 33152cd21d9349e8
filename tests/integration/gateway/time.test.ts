import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { until } from '../../support/until.ts'

const query = '{ book(id: "1") { title } }'

let bookshop: Bookshop
let gateway: TestGateway | undefined

beforeEach(async () => {
  bookshop = await startBookshop()
})

afterEach(async () => {
  await gateway?.stop()
  gateway = undefined
  await bookshop.stop()
})

async function start(variables: Readonly<Record<string, string>> = {}): Promise<TestGateway> {
  gateway = await startGateway(bookshop.supergraph, variables)
  return gateway
}

function silent(): void {
  // The call stays unanswered.
}

/** A connection to the gateway on which requests can be written as bytes. */
async function open(
  to: TestGateway,
): Promise<{ readonly socket: Socket; readonly received: () => string; readonly closed: Promise<void> }> {
  const { hostname, port } = new URL(to.origin)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  return { socket, received: () => text, closed }
}

function postBytes(body: string): string {
  return `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

describe('the deadline of a request', () => {
  it('lets the answer leave in time, with a gap where a subgraph was too slow', async () => {
    const { post } = await start({ DEADLINE_MS: '600', AGENCY_TIMEOUT_MS: '600' })
    bookshop.books.behaveAs(silent)
    const begin = performance.now()
    const { status, body } = await post({ query })
    expect(performance.now() - begin).toBeLessThan(1_500)
    expect(status).toBe(200)
    expect(body.errors?.[0]?.extensions['code']).toBe('AGENCY_UNAVAILABLE')
  })

  it('begins when the request has arrived, however slowly it was sent', async () => {
    const running = await start({ DEADLINE_MS: '500' })
    const body = postBytes(JSON.stringify({ query }))
    const { socket, received } = await open(running)
    const begin = performance.now()
    socket.write(body.slice(0, -1))
    await until('a request would be given up', () => performance.now() - begin > 1_600)
    socket.write(body.slice(-1))
    await until('it is answered', () => received().includes('}'))
    socket.destroy()
    expect(received()).toMatch(/^HTTP\/1.1 200 /)
  })

  it('may be shortened by the client', async () => {
    const { post } = await start()
    bookshop.books.behaveAs(silent)
    const begin = performance.now()
    await post({ query }, { 'x-deadline-ms': '300' })
    expect(performance.now() - begin).toBeLessThan(1_500)
  })
})

describe('a client that leaves', () => {
  it('takes its calls to subgraphs along', async () => {
    const { url, lines } = await start()
    bookshop.books.behaveAs(silent)
    const departure = new AbortController()
    const asked = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: departure.signal,
    })
    const call = await bookshop.books.received(0)
    departure.abort()
    await expect(asked).rejects.toThrow('aborted')
    await call.closed
    await until('the log has its line', () => lines().some(({ outcome }) => outcome === 'left'))
  })
})

describe('too many requests', () => {
  it('are told to come back, and those in flight are answered', async () => {
    const { post } = await start({ MAX_IN_FLIGHT: '1' })
    bookshop.books.behaveAs(silent)
    const first = post({ query }, { 'x-deadline-ms': '1000' })
    await bookshop.books.received(0)
    const second = await post({ query })
    expect(second.status).toBe(503)
    expect(second.headers.get('retry-after')).toBe('1')
    expect(second.body).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED', retryable: true } }] })
    expect((await first).status).toBe(200)
    bookshop.books.behaveAs(null)
    expect((await post({ query })).status).toBe(200)
  })

  it('are not those that still arrive: who sends slowly keeps nobody else from an answer', async () => {
    const running = await start({ MAX_IN_FLIGHT: '1' })
    const body = JSON.stringify({ query })
    const slow = await Promise.all([open(running), open(running)])
    for (const { socket } of slow) socket.write(postBytes(body).slice(0, -1))
    await until('they have begun', async () => /in_flight 2/.test(await (await fetch(running.metricsUrl)).text()))
    expect((await running.post({ query })).status).toBe(200)
    for (const { socket, received } of slow) {
      socket.write(postBytes(body).slice(-1))
      await until('it is answered', () => received().includes('Laskar Pelangi'))
      socket.destroy()
    }
  })

  it('are not those whose answers nobody reads: each gives its place back, and the first is cut for the next', async () => {
    const title = 'x'.repeat(8_000_000)
    const running = await start({ MAX_IN_FLIGHT: '1', AGENCY_ANSWER_LIMIT_BYTES: '10000000' })
    bookshop.books.behaveAs((response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ data: { book: { title } } })),
    )
    const deaf = await Promise.all([open(running), open(running)])
    for (const [index, { socket }] of deaf.entries()) {
      socket.pause()
      socket.write(postBytes(JSON.stringify({ query })))
      await bookshop.books.received(index)
      await until('it begins to be answered', () => socket.readableLength > 0)
    }
    bookshop.books.behaveAs(null)
    expect((await running.post({ query })).status).toBe(200)
    await until('the log says so', () => running.lines().some(({ outcome }) => outcome === 'left'))
    for (const { socket } of deaf) socket.destroy()
  })

  it('are told to come back before their bodies are read, when more are arriving than could be kept', async () => {
    const running = await start({ MAX_IN_FLIGHT: '1' })
    const slow = await Promise.all(Array.from({ length: 4 }, () => open(running)))
    for (const { socket } of slow) socket.write(postBytes(JSON.stringify({ query })).slice(0, -1))
    await until('they have begun', async () => /in_flight 4/.test(await (await fetch(running.metricsUrl)).text()))
    expect(await running.post({ query })).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'OVERLOADED' } }] },
    })
    for (const { socket } of slow) socket.destroy()
  })
})

describe('stopping', () => {
  it('lets a request in flight finish, and refuses what is still on its way', async () => {
    const running = await start()
    const held: ServerResponse[] = []
    bookshop.books.behaveAs((response) => held.push(response))
    const body = JSON.stringify({ query })
    const [inFlight, onItsWay, probe] = await Promise.all([open(running), open(running), open(running)])
    inFlight.socket.write(postBytes(body))
    onItsWay.socket.write(postBytes(body).slice(0, 20))
    probe.socket.write('GET /health/ready HTTP/1.1\r\n')
    await bookshop.books.received(0)

    const stopped = running.stop()
    gateway = undefined
    await until('nobody is let in any more', () =>
      fetch(running.url).then(
        () => false,
        () => true,
      ),
    )
    onItsWay.socket.write(postBytes(body).slice(20))
    probe.socket.write('host: a\r\n\r\n')
    await Promise.all([onItsWay.closed, probe.closed])
    expect(onItsWay.received()).toMatch(/^HTTP\/1.1 503 /)
    expect(onItsWay.received()).toContain('"code":"SHUTTING_DOWN"')
    expect(probe.received()).toMatch(/^HTTP\/1.1 503 /)
    expect(probe.received()).toContain('"status":"stopping"')

    held[0]?.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"book":{"title":"Late"}}}')
    await Promise.all([stopped, inFlight.closed])
    expect(inFlight.received()).toMatch(/^HTTP\/1.1 200 /)
    expect(inFlight.received()).toContain('"title":"Late"')
  })

  it('does not wait for a silent subgraph until the deadline', async () => {
    const running = await start({ DEADLINE_MS: '30000', AGENCY_TIMEOUT_MS: '30000' })
    bookshop.books.behaveAs(silent)
    const asked = running.post({ query })
    await bookshop.books.received(0)
    const begin = performance.now()
    await running.stop()
    gateway = undefined
    expect(performance.now() - begin).toBeLessThan(1_800)
    expect(await asked).toMatchObject({
      status: 200,
      body: { errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE' } }] },
    })
  })

  it('does not wait for a request that never arrives in full', async () => {
    const running = await start()
    const { socket, closed } = await open(running)
    socket.write('POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{')
    await until('the request has begun', async () => /in_flight 1/.test(await (await fetch(running.metricsUrl)).text()))
    const begin = performance.now()
    await Promise.all([running.stop(), closed])
    gateway = undefined
    expect(performance.now() - begin).toBeLessThan(1_900)
  })
})
