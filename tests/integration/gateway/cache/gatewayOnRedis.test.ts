import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { Redis } from 'ioredis'
import type { TestGateway } from '../../../support/startGateway.ts'
import { startRedis } from '../../../support/startRedis.ts'
import type { RedisServer } from '../../../support/startRedis.ts'
import { startRegistryGraph } from '../../../support/startRegistryGraph.ts'
import type { RegistryGraph } from '../../../support/startRegistryGraph.ts'
import { startTcpProxy } from '../../../support/startTcpProxy.ts'
import { until } from '../../../support/until.ts'

jest.setTimeout(60_000)

const person = (id: number | string) => ({ query: `{ person(id: "${id}") { name papers { number } } }` })

let graph: RegistryGraph
let redis: RedisServer
let client: Redis
let proxy: Awaited<ReturnType<typeof startTcpProxy>>
let gateways: TestGateway[]

beforeEach(async () => {
  graph = await startRegistryGraph()
  graph.registry.allow('max-age=3600, stale-if-error=7200')
  graph.papers.allow('max-age=600, stale-if-error=3600')
  redis = await startRedis({ settings: ['--maxmemory-policy', 'noeviction'] })
  client = new Redis(redis.url, { disconnectTimeout: 100 })
  client.on('error', () => undefined) // A test may end the server.
  proxy = await startTcpProxy(redis.port)
  gateways = []
})

afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()))
  client.disconnect()
  await graph.stop()
  await proxy.stop()
  await redis.stop()
})

async function openGateway(url = redis.url): Promise<TestGateway> {
  const gateway = await graph.openGateway({ CACHE: 'redis', REDIS_URL: url })
  gateways.push(gateway)
  await until('what is asked is kept', async () => isCached(gateway, '60'))
  graph.takeCalls()
  return gateway
}

async function isCached(gateway: TestGateway, id: string): Promise<boolean> {
  const { body } = await gateway.post(person(id))
  const provenance = body.extensions?.['provenance'] as readonly { readonly source: string }[]
  return provenance.every(({ source }) => source === 'CACHE')
}

const oneCall = { registry: 1, papers: 1 }

/** Requests that come one after another, as from many desks, while the agencies are still answering the first. */
async function askInSeveralTurns(gateway: TestGateway, id: string): Promise<void> {
  const releases = [graph.registry, graph.papers].map((agency) => agency.hold())
  const asked = []
  for (let index = 0; index < 6; index += 1) {
    asked.push(gateway.post(person(id)))
    await pause(15)
  }
  // The last of them too has given up on a Redis that hangs, also on a busy machine. The gateway's clock stands still meanwhile.
  await pause(500)
  for (const release of releases) release()
  const answers = await Promise.all(asked)
  for (const { body } of answers) expect(body.errors).toBeUndefined()
}

/** Milliseconds that a request takes for somebody who was not asked for before. */
async function timeOf(gateway: TestGateway, id: number): Promise<number> {
  const begun = performance.now()
  expect((await gateway.post(person(id))).body.errors).toBeUndefined()
  return performance.now() - begun
}

describe('a Redis in trouble', () => {
  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['hangs', async () => process.kill(redis.pid, 'SIGSTOP'), async () => process.kill(redis.pid, 'SIGCONT')],
    ['takes 200 ms', async () => proxy.setDelay(200), async () => proxy.setDelay(0)],
    ['is full', () => client.config('SET', 'maxmemory', '1'), () => client.config('SET', 'maxmemory', '0')],
  ])('that %s takes a request no more than its budget, and is used again afterwards', async (_how, hinder, mend) => {
    const gateway = await openGateway(`redis://127.0.0.1:${proxy.port}`)
    const usual = Math.min(await timeOf(gateway, 10), await timeOf(gateway, 11))
    await hinder()
    // The first one waits for it; after three failures nobody does.
    const first = await timeOf(gateway, 20)
    await mend()
    // 50 ms, and as much for what the machine does beside.
    expect(first - usual).toBeLessThan(100)
    await until('it is used again', () => isCached(gateway, '30'))
  })
})

describe('two gateways on one Redis', () => {
  it('see the same change, whichever of them is told', async () => {
    const [one, other] = [await openGateway(), await openGateway()]
    await until('it is kept for both', async () => (await isCached(one, '1')) && (await isCached(other, '1')))
    graph.names.set('1', 'Maria')
    expect(await graph.announce(one, 'registry', '1')).toBe(204)
    expect((await other.post(person(1))).body.data).toMatchObject({ person: { name: 'Maria' } })
  })
})

describe('requests for one cold person that come while the first is under way', () => {
  it('make one call to each agency', async () => {
    const gateway = await openGateway()
    await askInSeveralTurns(gateway, '5')
    expect(graph.takeCalls()).toEqual(oneCall)
  })

  it('do so too while Redis is full', async () => {
    const gateway = await openGateway()
    await client.config('SET', 'maxmemory', '1')
    await askInSeveralTurns(gateway, '6')
    expect(graph.takeCalls()).toEqual(oneCall)
  })

  it('do so too while Redis may only be read', async () => {
    const primary = await startRedis({ settings: ['--repl-diskless-sync-delay', '0'] })
    try {
      const gateway = await openGateway()
      await client.replicaof('127.0.0.1', primary.port)
      await until('the replica has a primary', async () =>
        /master_link_status:up/.test(await client.info('replication')),
      )
      await askInSeveralTurns(gateway, '7')
      expect(graph.takeCalls()).toEqual(oneCall)
    } finally {
      await primary.stop()
    }
  })

  it('do so too while Redis is gone', async () => {
    const gateway = await openGateway()
    process.kill(redis.pid, 'SIGKILL')
    await until('it is noticed', async () =>
      gateway.lines().some(({ msg }) => msg === 'there is no connection to Redis'),
    )
    await askInSeveralTurns(gateway, '8')
    expect(graph.takeCalls()).toEqual(oneCall)
  })

  it('do so too while Redis hangs', async () => {
    const gateway = await openGateway()
    process.kill(redis.pid, 'SIGSTOP')
    try {
      await askInSeveralTurns(gateway, '9')
      expect(graph.takeCalls()).toEqual(oneCall)
    } finally {
      process.kill(redis.pid, 'SIGCONT')
    }
  })
})
