import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { CacheStore } from '../../../../gateway/cache/stores/CacheStore.ts'
import { createMemoryStore } from '../../../../gateway/cache/stores/createMemoryStore.ts'
import { createRedisStore } from '../../../../gateway/cache/stores/createRedisStore.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { startRedisCluster } from '../../../support/startRedisCluster.ts'
import { until } from '../../../support/until.ts'

jest.setTimeout(60_000)

interface Ground {
  readonly create: () => CacheStore<Buffer>
  readonly stop: () => Promise<void>
}

const hour = 3_600_000
const logger = createLogger({ name: 'test', level: 'silent' })

async function standOnMemory(): Promise<Ground> {
  return {
    create: () => createMemoryStore({ maxBytes: 10_000_000, sizeOf: (bytes: Buffer) => bytes.length }),
    stop: async () => {},
  }
}

async function standOnRedis(): Promise<Ground> {
  const url = process.env['TEST_REDIS_URL'] ?? ''
  return { create: () => createRedisStore({ url, logger }), stop: async () => {} }
}

async function standOnCluster(): Promise<Ground> {
  const { url, stop } = await startRedisCluster()
  return { create: () => createRedisStore({ url, logger }), stop }
}

const grounds = [
  ['memory', standOnMemory],
  ['redis', standOnRedis],
  ['redis as a cluster of three nodes', standOnCluster],
] as const

const soon = () => AbortSignal.timeout(5000)

function answers(store: CacheStore<Buffer>): Promise<boolean> {
  return store.read({ entries: ['any'], counters: [] }, soon()).then(
    () => true,
    () => false,
  )
}

/** Keys of one applicant, whom no other test knows. */
function anybody() {
  const slot = randomUUID()
  return (name: string | number) => `{${slot}}${name}`
}

describe.each(grounds)('the store %s', (_name, stand) => {
  let ground: Ground
  let store: CacheStore<Buffer>

  beforeAll(async () => {
    ground = await stand()
    store = ground.create()
    await until('the store answers', () => answers(store))
  })
  afterAll(async () => {
    await store.close()
    await ground.stop()
  })

  const write = (key: string, value: string | Buffer, milliseconds = hour) =>
    store.write([{ key, value: Buffer.from(value), milliseconds }], soon())
  async function readEntries(...entries: readonly string[]) {
    const { values } = await store.read({ entries, counters: [] }, soon())
    return entries.map((key) => values.get(key)?.toString() ?? null)
  }
  async function readCounters(...counters: readonly string[]) {
    const { epochs } = await store.read({ entries: [], counters }, soon())
    return counters.map((counter) => epochs.get(counter))
  }

  test('answers what it has of what is asked, however often', async () => {
    const key = anybody()
    await store.write(
      ['a', 'b', 'c'].map((name) => ({ key: key(name), value: Buffer.from(name), milliseconds: hour })),
      soon(),
    )
    expect(await readEntries(key('c'), key('z'), key('a'), key('b'), key('a'))).toEqual(['c', null, 'a', 'b', 'a'])
  })

  test('gives entries and counters in one answer, whosever they are', async () => {
    const people = Array.from({ length: 20 }, anybody)
    await Promise.all(people.map((key, index) => write(key('entry'), String(index))))
    const request = {
      entries: people.map((key) => key('entry')),
      counters: [...people.map((key) => key('counter')), anybody()('agency')],
    }
    const first = await store.read(request, soon())
    expect([...first.values]).toEqual(people.map((key, index) => [key('entry'), Buffer.from(String(index))]))
    expect(first.epochs.size).toBe(21)
    expect(await store.read(request, soon())).toEqual(first)
  })

  test('keeps every byte', async () => {
    const key = anybody()('bytes')
    const value = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
    await write(key, value)
    const { values } = await store.read({ entries: [key], counters: [] }, soon())
    expect(values.get(key)).toEqual(value)
  })

  test('has the last that was written', async () => {
    const key = anybody()('entry')
    await write(key, 'old')
    await write(key, 'new')
    expect(await readEntries(key)).toEqual(['new'])
  })

  test('lets each entry vanish after its own life', async () => {
    const key = anybody()
    const entries = [
      { key: key('short'), value: Buffer.from('short'), milliseconds: 50.5 },
      { key: key('long'), value: Buffer.from('long'), milliseconds: hour },
    ]
    await store.write(entries, soon())
    await until('the short one is gone', async () => (await readEntries(key('short')))[0] === null)
    expect(await readEntries(key('long'))).toEqual(['long'])
  })

  test('does not take in what has no life', async () => {
    const key = anybody()('dead')
    await write(key, 'dead', 0)
    await write(key, 'dead', -1)
    expect(await readEntries(key)).toEqual([null])
  })

  test('shows the same number of a counter until it is raised, and then another', async () => {
    const counter = anybody()('counter')
    const before = await readCounters(counter)
    expect(await readCounters(counter)).toEqual(before)
    await store.increment([counter], soon())
    const after = await readCounters(counter)
    expect(after).not.toEqual(before)
    expect(await readCounters(counter)).toEqual(after)
  })

  test('raises only the counters it is told to, in however many slots they are', async () => {
    const raised = Array.from({ length: 5 }, () => anybody()('raised'))
    const kept = Array.from({ length: 5 }, () => anybody()('kept'))
    const before = await readCounters(...raised, ...kept)
    await store.increment(raised, soon())
    const after = await readCounters(...raised, ...kept)
    for (const index of raised.keys()) expect(after[index]).not.toBe(before[index])
    expect(after.slice(5)).toEqual(before.slice(5))
  })

  test('never shows a number again that a counter has had', async () => {
    const counter = anybody()('counter')
    const seen = new Set<number>()
    for (let round = 0; round < 100; round += 1) {
      seen.add((await readCounters(counter))[0] ?? Number.NaN)
      await store.increment([counter], soon())
    }
    expect(seen.size).toBe(100)
    for (const number of seen) expect(Number.isSafeInteger(number)).toBe(true)
  })

  test('tells all who ask for a new counter at the same time the same number', async () => {
    const counter = anybody()('counter')
    const told = await Promise.all(Array.from({ length: 30 }, () => readCounters(counter)))
    expect(new Set(told.flat()).size).toBe(1)
  })

  test('has no trouble with nothing', async () => {
    expect(await store.read({ entries: [], counters: [] }, soon())).toEqual({ values: new Map(), epochs: new Map() })
    await expect(store.write([], soon())).resolves.toBeUndefined()
    await expect(store.increment([], soon())).resolves.toBeUndefined()
  })

  test('reads the entries of 500 applicants at once', async () => {
    const keys = Array.from({ length: 500 }, () => anybody()('entry'))
    await store.write(
      keys.map((key) => ({ key, value: Buffer.from(key), milliseconds: hour })),
      soon(),
    )
    expect(await readEntries(...keys)).toEqual(keys)
  })

  test('does nothing for those who have left', async () => {
    const key = anybody()
    const gone = AbortSignal.abort()
    await expect(store.read({ entries: [key('a')], counters: [] }, gone)).rejects.toThrow(/abort/)
    await expect(store.write([{ key: key('a'), value: Buffer.from('a'), milliseconds: hour }], gone)).rejects.toThrow(
      /abort/,
    )
    await expect(store.increment([key('b')], gone)).rejects.toThrow(/abort/)
    expect(await readEntries(key('a'))).toEqual([null])
  })

  test('refuses everything once it is closed, and may be closed twice', async () => {
    const other = ground.create()
    await other.close()
    await other.close()
    await expect(other.read({ entries: ['a'], counters: [] }, soon())).rejects.toThrow(/is closed|no connection/)
    await expect(other.write([{ key: 'a', value: Buffer.from('a'), milliseconds: 1 }], soon())).rejects.toThrow(
      /is closed|no connection/,
    )
    await expect(other.increment(['a'], soon())).rejects.toThrow(/is closed|no connection/)
  })
})
