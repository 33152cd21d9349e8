import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { CacheStore } from '../../../../gateway/cache/stores/CacheStore.ts'
import { createMemoryStore } from '../../../../gateway/cache/stores/createMemoryStore.ts'
import { keepIncrements } from '../../../../gateway/cache/stores/keepIncrements.ts'
import { sizeOfValue } from '../../../../gateway/cache/stores/sizeOfValue.ts'
import { anyAction } from '../../../support/changingWorld/anyAction.ts'
import { openChangingGraph } from '../../../support/changingWorld/openChangingGraph.ts'
import type { ChangingGraph } from '../../../support/changingWorld/openChangingGraph.ts'

jest.setTimeout(60_000)

const createStore = (now: () => number): CacheStore =>
  createMemoryStore({ maxBytes: 1_000_000, sizeOf: sizeOfValue, now })

let graph: ChangingGraph | undefined

async function open(create: (now: () => number) => CacheStore): Promise<ChangingGraph> {
  graph = await openChangingGraph(create)
  return graph
}

afterEach(async () => {
  await graph?.stop()
})

/** A failure tells its seed and path: `fc.assert(truth(graph), { seed, path })` is that one again. */
function truth({ live }: ChangingGraph) {
  return fc.asyncProperty(fc.array(anyAction, { maxLength: 30, size: 'max' }), live)
}

describe('with the cache on, whatever happens', () => {
  it('an answer is that of the same moment without it, or marked and true within its limits', async () => {
    const opened = await open(createStore)
    await fc.assert(truth(opened), { numRuns: 150, plugins: [fc.interruptAfterTimeLimit(8_000)] })
    const { tally } = opened
    // Or else nothing of interest has happened.
    expect(Math.min(tally.live, tally.cached, tally.stale, tally.unavailable)).toBeGreaterThan(0)
  })
})

/** A store that fails now and then, in a way that its number repeats; who announces a change is not told. */
function failNowAndThen(store: CacheStore): CacheStore {
  let state = 1
  function roll(): void {
    state = (state * 48_271) % 2_147_483_647
    if (state % 100 < 15) throw new Error('Redis is gone for a moment.')
  }
  const failing = keepIncrements({
    ...store,
    read: async (request, signal) => {
      roll()
      return store.read(request, signal)
    },
    write: async (entries, signal) => {
      roll()
      return store.write(entries, signal)
    },
    increment: async (counters, signal) => {
      roll()
      return store.increment(counters, signal)
    },
  })
  return {
    ...failing,
    increment: (counters, signal) => failing.increment(counters, signal).catch(() => undefined),
  }
}

describe('with a store that fails now and then', () => {
  it('an answer is still that of the same moment without it, or marked and true within its limits', async () => {
    const opened = await open((now) => failNowAndThen(createStore(now)))
    await fc.assert(truth(opened), { numRuns: 150, plugins: [fc.interruptAfterTimeLimit(8_000)] })
    expect(Math.min(opened.tally.live, opened.tally.cached, opened.tally.unavailable)).toBeGreaterThan(0)
  })
})

describe('with a store that is gone', () => {
  it('an answer is that of the same moment without it, though nobody can tell what calls under way have missed', async () => {
    const gone = () => Promise.reject(new Error('Redis is gone.'))
    const store = { ...createStore(Date.now), read: gone, write: gone, increment: () => gone().catch(() => undefined) }
    const opened = await open(() => store)
    await fc.assert(truth(opened), { numRuns: 150, plugins: [fc.interruptAfterTimeLimit(8_000)] })
    expect(opened.tally.live).toBeGreaterThan(0)
  })
})

describe('the property', () => {
  it.each([
    ['forgets changes', (store: CacheStore): CacheStore => ({ ...store, increment: async () => undefined })],
    [
      'shows every counter as it was in the beginning',
      (store: CacheStore): CacheStore => ({
        ...store,
        read: async (request, signal) => ({
          ...(await store.read(request, signal)),
          epochs: new Map(request.counters.map((counter) => [counter, 1])),
        }),
      }),
    ],
  ])('finds a store that %s', async (_what, spoil) => {
    const opened = await open((now) => spoil(createStore(now)))
    const { failed } = await fc.check(truth(opened), { numRuns: 500, endOnFailure: true })
    expect(failed).toBe(true)
  })
})
