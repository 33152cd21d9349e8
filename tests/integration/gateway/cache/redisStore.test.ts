import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Redis } from 'ioredis'
import type { CacheStore } from '../../../../gateway/cache/stores/CacheStore.ts'
import { createRedisStore } from '../../../../gateway/cache/stores/createRedisStore.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { dumpRedis } from '../../../support/dumpRedis.ts'
import { startRedis } from '../../../support/startRedis.ts'
import { startRedisCluster } from '../../../support/startRedisCluster.ts'
import { startRedisSentinel } from '../../../support/startRedisSentinel.ts'
import { until } from '../../../support/until.ts'

jest.setTimeout(60_000)

const hour = 3_600_000
const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup()
  cleanups.length = 0
})

function later<T extends { readonly stop: () => Promise<void> }>(server: T): T {
  cleanups.push(() => server.stop())
  return server
}

const soon = () => AbortSignal.timeout(5000)

async function openStore(url: string): Promise<CacheStore<Buffer>> {
  const store = createRedisStore({ url, logger: createLogger({ name: 'test', level: 'silent' }) })
  cleanups.push(() => store.close())
  const answers = () => store.read({ entries: ['any'], counters: [] }, soon())
  await until('the store answers', () =>
    answers().then(
      () => true,
      () => false,
    ),
  )
  return store
}

function operate(port: number, options: object = {}): Redis {
  const client = new Redis(port, '127.0.0.1', options)
  client.on('error', () => {}) // A test may end the server.
  cleanups.push(() => client.disconnect())
  return client
}

/** How often each command was called since it was asked last. */
async function countCommands(client: Redis): Promise<Readonly<Record<string, number>>> {
  const text = await client.info('commandstats')
  await client.config('RESETSTAT')
  const counted = [...text.matchAll(/^cmdstat_(\S+?):calls=(\d+)/gm)].map(([, name = '', calls]) => [
    name,
    Number(calls),
  ])
  const ours = counted.filter(([name]) => !['info', 'config|resetstat', 'ping', 'cluster|slots'].includes(String(name)))
  return Object.fromEntries(ours) as Record<string, number>
}

/** What six agencies said of one applicant. */
function anybody() {
  const slot = `{${randomUUID()}}`
  const entries = ['1', '2', '3', '4', '5', '6'].map((agency) => `${slot}${agency}`)
  return { request: { entries, counters: [`${slot}counter`] }, entries: entries.map(asEntry) }
}

const asEntry = (key: string) => ({ key, value: Buffer.from(key), milliseconds: hour })

describe('createRedisStore', () => {
  test('reads what six agencies said of one applicant with one command, once the counters have numbers', async () => {
    const { url, port } = later(await startRedis())
    const store = await openStore(url)
    const { request, entries } = anybody()
    const client = operate(port)
    await store.write(entries, soon())
    await countCommands(client)
    await store.read(request, soon())
    expect(await countCommands(client)).toEqual({ mget: 2, set: 1 })
    await store.read(request, soon())
    expect(await countCommands(client)).toEqual({ mget: 1 })
    await store.increment(request.counters, soon())
    expect(await countCommands(client)).toEqual({ del: 1 })
  })

  test('does so in a cluster, where one node is asked', async () => {
    const { url, nodes } = later(await startRedisCluster())
    const store = await openStore(url)
    const { request, entries } = anybody()
    await store.write(entries, soon())
    await store.read(request, soon())
    await Promise.all(nodes.map(({ client }) => countCommands(client)))
    expect([...(await store.read(request, soon())).values]).toEqual(entries.map(({ key, value }) => [key, value]))
    const counts = await Promise.all(nodes.map(({ client }) => countCommands(client)))
    expect(counts.map(({ mget = 0 }) => mget).toSorted((a, b) => a - b)).toEqual([0, 0, 1])
  })

  test('follows a slot of a cluster to the node that has it by now', async () => {
    const { url, nodes } = later(await startRedisCluster())
    const store = await openStore(url)
    const { request, entries } = anybody()
    const clients = nodes.map(({ client }) => client)
    const slot = String(await clients[0]?.call('CLUSTER', 'KEYSLOT', request.entries[0] ?? ''))
    const owner = Math.min(2, Math.floor(Number(slot) / 5461))
    const id = String(await clients[(owner + 1) % 3]?.call('CLUSTER', 'MYID'))
    for (const client of clients) await client.call('CLUSTER', 'SETSLOT', slot, 'NODE', id)
    await store.write(entries, soon())
    expect([...(await store.read(request, soon())).values]).toEqual(entries.map(({ key, value }) => [key, value]))
  })

  test('gives a counter that Redis has lost another number, so that nothing under the old one counts', async () => {
    const { url, port } = later(await startRedis())
    const store = await openStore(url)
    const request = { entries: [], counters: [randomUUID()] }
    const before = await store.read(request, soon())
    await operate(port).flushall()
    expect(await store.read(request, soon())).not.toEqual(before)
  })

  test('shares entries and counters with other gateways', async () => {
    const { url } = later(await startRedis())
    const [one, other] = [await openStore(url), await openStore(url)]
    const { request, entries } = anybody()
    await one.write(entries, soon())
    const seen = await one.read(request, soon())
    expect(await other.read(request, soon())).toEqual(seen)
    await other.increment(request.counters, soon())
    expect((await one.read(request, soon())).epochs).not.toEqual(seen.epochs)
  })

  test('signs in as it is told to, and uses the database it is given', async () => {
    const settings = ['--user', 'gateway', 'on', '>s:e/c@ret', '~*', '+@all', '--user', 'default', 'off']
    const { port } = later(await startRedis({ settings }))
    const store = await openStore(`redis://gateway:${encodeURIComponent('s:e/c@ret')}@127.0.0.1:${port}/3`)
    await store.write([asEntry('kept')], soon())
    const client = operate(port, { username: 'gateway', password: 's:e/c@ret', db: 3 })
    expect(await client.get('kept')).toBe('kept')
  })

  test('writes many entries with one command, each with a life of its own', async () => {
    const { url, port } = later(await startRedis())
    const store = await openStore(url)
    const client = operate(port)
    const [first, ...others] = anybody().entries
    if (first === undefined) throw new Error('There are six.')
    await countCommands(client)
    await store.write([{ ...first, milliseconds: 1_000_000.5 }, ...others], soon())
    expect(await countCommands(client)).toEqual({ eval: 1, set: 6 })
    const [short = 0, long = 0] = await Promise.all([first, ...others].map(({ key }) => client.pttl(key)))
    expect(short).toBeGreaterThan(900_000)
    expect(short).toBeLessThanOrEqual(1_000_001)
    expect(long).toBeGreaterThan(hour - 100_000)
  })

  test('writes them one by one where it may not run scripts, and does not try again', async () => {
    const settings = ['--user', 'gateway', 'on', '>secret', '~*', '+@all', '-@scripting']
    const { port } = later(await startRedis({ settings }))
    const store = await openStore(`redis://gateway:secret@127.0.0.1:${port}`)
    const client = operate(port)
    const { request, entries } = anybody()
    for (let round = 0; round < 2; round += 1) await store.write(entries, soon())
    expect((await store.read(request, soon())).values.size).toBe(6)
    expect(await client.info('commandstats')).toMatch(/cmdstat_eval:calls=0,.*rejected_calls=1,/)
  })

  test('asks sentinels where the primary is, and goes with it', async () => {
    const { url, primary, replica } = later(await startRedisSentinel())
    const store = await openStore(url)
    await store.write([asEntry('first')], soon())
    expect(await operate(primary.port).get('first')).toBe('first')
    process.kill(primary.pid, 'SIGKILL')
    await until(
      'the other server is the primary',
      () =>
        store.write([asEntry('second')], AbortSignal.timeout(200)).then(
          () => true,
          () => false,
        ),
      30_000,
    )
    expect(await operate(replica.port).get('second')).toBe('second')
  })

  test('refuses a counter that somebody else has written', async () => {
    const { url, port } = later(await startRedis())
    const store = await openStore(url)
    await operate(port).set('counter', 'many')
    await expect(store.read({ entries: [], counters: ['counter'] }, soon())).rejects.toThrow(/is no number/)
  })

  test('says which variable is wrong, and nothing of its value', () => {
    const open = () =>
      createRedisStore({ url: 'https://:secret@cache', logger: createLogger({ name: 'test', level: 'silent' }) })
    expect(open).toThrow('REDIS_URL is no address of a Redis.')
  })
})

describe('dumpRedis', () => {
  test('shows every key with its bytes, also what is no text', async () => {
    const { url, port } = later(await startRedis())
    const store = await openStore(url)
    const entries = Array.from({ length: 2500 }, (_, index) => asEntry(`key ${index}`))
    await store.write(entries, soon())
    await operate(port).lpush('list', 'element')
    const dumped = await dumpRedis(url)
    expect(dumped).toHaveLength(2501)
    const texts = new Map(dumped.map(({ key, value }) => [key.toString(), value.toString('latin1')]))
    for (const { key, value } of entries) expect(texts.get(key)).toBe(value.toString())
    expect(texts.get('list')).toContain('element')
  })
})
