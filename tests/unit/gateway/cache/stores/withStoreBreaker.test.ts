import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { GuardedStore } from '../../../../../gateway/cache/stores/GuardedStore.ts'
import { withStoreBreaker } from '../../../../../gateway/cache/stores/withStoreBreaker.ts'
import type { BreakerState } from '../../../../../platform/BreakerState.ts'
import { createFakeStore } from '../../../../support/createFakeStore.ts'
import type { FakeStore } from '../../../../support/createFakeStore.ts'

const { signal } = new AbortController()
const request = { entries: ['a'], counters: [] }

let fake: FakeStore
let states: BreakerState[]
let store: GuardedStore<Buffer>

/** Milliseconds. */
let time: number

beforeEach(() => {
  time = 0
  fake = createFakeStore()
  states = []
  store = withStoreBreaker(fake, {
    milliseconds: 20,
    failures: 3,
    pause: 30,
    now: () => time,
    onState: (state) => states.push(state),
  })
})

afterEach(() => store.close())

describe('a store with a budget', () => {
  it('answers as the store does', async () => {
    await store.write([{ key: 'a', value: Buffer.from('x'), milliseconds: 5 }])
    expect(await store.read(request)).toEqual({ values: new Map([['a', Buffer.from('x')]]), epochs: new Map() })
  })

  it('rejects what takes too long, and aborts it', async () => {
    const aborted = Promise.withResolvers<void>()
    fake.hinder = (given) => {
      given.addEventListener('abort', () => aborted.resolve())
      return new Promise(() => undefined)
    }
    const begin = performance.now()
    await expect(store.read(request)).rejects.toThrow('too long')
    await aborted.promise
    expect(performance.now() - begin).toBeLessThan(200)
  })

  it('leaves a store alone that keeps failing, and comes back to it by itself', async () => {
    fake.hinder = () => Promise.reject(new Error('gone'))
    for (let round = 0; round < 5; round += 1) await store.read(request).catch(() => undefined)
    expect(fake.reads).toHaveLength(3)
    expect(states).toEqual(['open'])
    fake.hinder = () => Promise.resolve()
    time = 29
    await expect(store.read(request)).rejects.toThrow('left alone')
    time = 30
    expect(await store.read(request)).toEqual({ values: new Map(), epochs: new Map() })
    expect(states).toEqual(['open', 'half-open', 'closed'])
  })

  it('lets one try, and the others pass', async () => {
    fake.hinder = () => Promise.reject(new Error('gone'))
    for (let round = 0; round < 3; round += 1) await store.read(request).catch(() => undefined)
    const tried = Promise.withResolvers<void>()
    fake.hinder = () => tried.promise
    time = 30
    const first = store.read(request)
    await expect(store.read(request)).rejects.toThrow('being tried')
    tried.resolve()
    expect(await first).toMatchObject({ epochs: new Map() })
  })

  it('is patient with one that fails now and then', async () => {
    for (let round = 0; round < 9; round += 1) {
      fake.hinder = () => (round % 3 === 0 ? Promise.resolve() : Promise.reject(new Error('gone')))
      await store.read(request).catch(() => undefined)
    }
    expect(states).toEqual([])
  })

  it('takes a change all the same', async () => {
    fake.hinder = () => Promise.reject(new Error('gone'))
    for (let round = 0; round < 3; round += 1) await store.read(request).catch(() => undefined)
    await store.increment(['one'], signal)
    expect(fake.counters.get('one')).toBe(1)
  })
})
