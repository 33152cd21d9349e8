import { describe, expect, it } from '@jest/globals'
import type { GuardedStore } from '../../../../../gateway/cache/stores/GuardedStore.ts'
import { withBatches } from '../../../../../gateway/cache/stores/withBatches.ts'
import { createFakeStore } from '../../../../support/createFakeStore.ts'

const { signal } = new AbortController()

function open() {
  const fake = createFakeStore()
  for (const key of ['a', 'b']) fake.values.set(key, { key, value: Buffer.from(key), milliseconds: 1 })
  fake.counters.set('one', 1)
  fake.counters.set('two', 2)
  const bounded: GuardedStore<Buffer> = {
    ...fake,
    read: (request) => fake.read(request, signal),
    write: (entries) => fake.write(entries, signal),
  }
  return { fake, bounded, store: withBatches(bounded) }
}

describe('writes of one turn', () => {
  const entryOf = (key: string) => ({ key, value: Buffer.from(key), milliseconds: 1 })

  it('travel together, and are done for all when they are', async () => {
    const { bounded } = open()
    const written: (readonly string[])[] = []
    const store = withBatches({
      ...bounded,
      write: async (entries) => void written.push(entries.map(({ key }) => key)),
    })
    await Promise.all([
      store.write([entryOf('c'), entryOf('d')]),
      Promise.resolve().then(() => store.write([entryOf('e')])),
    ])
    await store.write([entryOf('f')])
    expect(written).toEqual([['c', 'd', 'e'], ['f']])
  })

  it('fail together', async () => {
    const { fake, store } = open()
    fake.hinder = () => Promise.reject(new Error('gone'))
    const results = await Promise.allSettled(['c', 'd'].map((key) => store.write([entryOf(key)])))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('reads of one turn', () => {
  it('travel together, each key once, and come back to all who asked', async () => {
    const { fake, store } = open()
    const readings = await Promise.all([
      store.read({ entries: ['a', 'b'], counters: ['one'] }),
      Promise.resolve().then(() => store.read({ entries: ['b', 'c', 'b'], counters: ['two', 'one', 'three'] })),
    ])
    expect(fake.reads).toEqual([{ entries: ['a', 'b', 'c'], counters: ['one', 'two', 'three'] }])
    const values = new Map(['a', 'b'].map((key) => [key, Buffer.from(key)]))
    const epochs = new Map(Object.entries({ one: 1, two: 2, three: 0 }))
    expect(readings).toEqual([
      { values, epochs },
      { values, epochs },
    ])
  })

  it('of another turn travel by themselves', async () => {
    const { fake, store } = open()
    await store.read({ entries: ['a'], counters: [] })
    await store.read({ entries: ['b'], counters: [] })
    expect(fake.reads).toHaveLength(2)
  })

  it('fail together', async () => {
    const { fake, store } = open()
    fake.hinder = () => Promise.reject(new Error('gone'))
    const reads = [1, 2].map(() => store.read({ entries: ['a'], counters: [] }))
    const results = await Promise.allSettled(reads)
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
