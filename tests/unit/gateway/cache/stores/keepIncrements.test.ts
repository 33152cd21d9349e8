import { describe, expect, test } from '@jest/globals'
import type { CacheStore } from '../../../../../gateway/cache/stores/CacheStore.ts'
import { createMemoryStore } from '../../../../../gateway/cache/stores/createMemoryStore.ts'
import { keepIncrements } from '../../../../../gateway/cache/stores/keepIncrements.ts'
import { sizeOfValue } from '../../../../../gateway/cache/stores/sizeOfValue.ts'

const signal = new AbortController().signal

/** A store that takes no change while it is broken, and tells which ones it took. */
function openStore() {
  const memory = createMemoryStore({ maxBytes: 1_000_000, sizeOf: sizeOfValue })
  const taken: (readonly string[])[] = []
  let gate: Promise<void> = Promise.resolve()
  const store: CacheStore = {
    ...memory,
    async increment(counters) {
      await gate
      taken.push(counters)
      await memory.increment(counters, signal)
    },
  }
  const kept = keepIncrements(store)
  return {
    kept,
    taken,
    breakDown: () => void (gate = Promise.reject(new Error('broken'))).catch(() => {}),
    holdUp: () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      gate = promise
      return { resolve, reject }
    },
    recover: () => void (gate = Promise.resolve()),
    readNumber: async (counter: string) =>
      (await kept.read({ entries: [], counters: [counter] }, signal)).epochs.get(counter),
  }
}

describe('keepIncrements', () => {
  test('hands everything on while the store works', async () => {
    const { kept, taken, readNumber } = openStore()
    const before = await readNumber('a')
    await kept.increment(['a'], signal)
    expect(await readNumber('a')).not.toBe(before)
    expect(taken).toEqual([['a']])
  })

  test('reads nothing after a change that the store did not take, until it has', async () => {
    const { kept, taken, breakDown, recover, readNumber } = openStore()
    const before = await readNumber('a')
    breakDown()
    await expect(kept.increment(['a', 'b'], signal)).rejects.toThrow('broken')
    await expect(kept.increment(['c'], signal)).rejects.toThrow('broken')
    await expect(readNumber('a')).rejects.toThrow('broken')
    recover()
    expect(await readNumber('a')).not.toBe(before)
    expect(taken).toEqual([['a', 'b', 'c']])
    await readNumber('a')
    expect(taken).toHaveLength(1)
  })

  test('owes nothing once the change was announced again', async () => {
    const { kept, taken, breakDown, recover, readNumber } = openStore()
    breakDown()
    await expect(kept.increment(['a'], signal)).rejects.toThrow('broken')
    recover()
    await kept.increment(['a'], signal)
    await readNumber('a')
    expect(taken).toHaveLength(1)
  })

  test('does not take a change that came meanwhile for made', async () => {
    const { kept, taken, breakDown, holdUp, recover, readNumber } = openStore()
    breakDown()
    await expect(kept.increment(['a'], signal)).rejects.toThrow('broken')
    const first = holdUp()
    const reading = readNumber('a')
    breakDown()
    await expect(kept.increment(['a'], signal)).rejects.toThrow('broken')
    first.resolve()
    await reading
    recover()
    await readNumber('a')
    expect(taken).toHaveLength(2)
  })
})
