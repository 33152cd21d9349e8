import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { BreakerState } from '../../../../../gateway/agency/BreakerState.ts'
import type { CacheStore } from '../../../../../gateway/cache/stores/CacheStore.ts'
import { withStoreBreaker } from '../../../../../gateway/cache/stores/withStoreBreaker.ts'
import { createFakeStore } from '../../../../support/createFakeStore.ts'
import type { FakeStore } from '../../../../support/createFakeStore.ts'
import { until } from '../../../../support/until.ts'

const { signal } = new AbortController()
const request = { entries: ['a'], counters: [] }

let fake: FakeStore
let states: BreakerState[]
let store: CacheStore<Buffer>

beforeEach(() => {
  fake = createFakeStore()
  states = []
  store = withStoreBreaker(fake, { milliseconds: 20, failures: 3, pause: 30, onState: (state) => states.push(state) })
})

afterEach(() => store.close())

describe('a store with a budget', () => {
  it('answers as the store does', async () => {
    await store.write([{ key: 'a', value: Buffer.from('x'), milliseconds: 5 }], signal)
    expect(await store.read(request, signal)).toEqual({ values: new Map([['a', Buffer.from('x')]]), epochs: new Map() })
  })

  it('rejects what takes too long, and aborts it', async () => {
    const aborted = Promise.withResolvers<void>()
    fake.hinder = (given) => {
      given.addEventListener('abort', () => aborted.resolve())
      return new Promise(() => undefined)
    }
    const begin = performance.now()
    await expect(store.read(request, signal)).rejects.toThrow('too long')
    await aborted.promise
    expect(performance.now() - begin).toBeLessThan(200)
  })

  it('leaves a store alone that keeps failing, and comes back to it by itself', async () => {
    fake.hinder = () => Promise.reject(new Error('gone'))
    for (let round = 0; round < 5; round += 1) await store.read(request, signal).catch(() => undefined)
    expect(fake.reads).toHaveLength(3)
    expect(states).toEqual(['open'])
    fake.hinder = () => Promise.resolve()
    await until('it is tried again', () =>
      store.read(request, signal).then(
        () => true,
        () => false,
      ),
    )
    expect(states).toEqual(['open', 'half-open', 'closed'])
  })

  it('lets one try, and the others pass', async () => {
    fake.hinder = () => Promise.reject(new Error('gone'))
    for (let round = 0; round < 3; round += 1) await store.read(request, signal).catch(() => undefined)
    const tried = Promise.withResolvers<void>()
    fake.hinder = () => tried.promise
    const first: Promise<unknown>[] = []
    await until('one is sent', () => {
      const reading = store.read(request, signal)
      first.push(reading.catch((error: unknown) => error))
      return fake.reads.length === 4
    })
    await expect(store.read(request, signal)).rejects.toThrow('being tried')
    tried.resolve()
    expect(await first.at(-1)).toMatchObject({ epochs: new Map() })
  })

  it('takes a change all the same', async () => {
    fake.hinder = () => Promise.reject(new Error('gone'))
    for (let round = 0; round < 3; round += 1) await store.read(request, signal).catch(() => undefined)
    await store.increment(['one'], signal)
    expect(fake.counters.get('one')).toBe(1)
  })
})
