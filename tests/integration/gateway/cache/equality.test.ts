import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import type { CacheStore } from '../../../../gateway/cache/CacheStore.ts'
import { createMemoryStore } from '../../../../gateway/cache/stores/createMemoryStore.ts'
import { anyAction } from '../../../support/changingWorld/anyAction.ts'
import { openChangingGraph } from '../../../support/changingWorld/openChangingGraph.ts'
import type { ChangingGraph } from '../../../support/changingWorld/openChangingGraph.ts'

jest.setTimeout(60_000)

const createStore = (now: () => number): CacheStore => createMemoryStore({ maxBytes: 1_000_000, now })

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
