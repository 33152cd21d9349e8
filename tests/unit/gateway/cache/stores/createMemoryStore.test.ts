import { describe, expect, test } from '@jest/globals'
import { createMemoryStore } from '../../../../../gateway/cache/stores/createMemoryStore.ts'

const signal = new AbortController().signal
const sizeOf = (bytes: Buffer): number => bytes.length

function openStore(maxBytes = 1_000_000) {
  let time = 0
  const store = createMemoryStore({ maxBytes, sizeOf, now: () => time })
  return {
    store,
    wait: (milliseconds: number) => void (time += milliseconds),
    write: (key: string, value: string, milliseconds: number) =>
      store.write([{ key, value: Buffer.from(value), milliseconds }], signal),
    readEntry: async (key: string) =>
      (await store.read({ entries: [key], counters: [] }, signal)).values.get(key)?.toString(),
    readCounter: async (counter: string) =>
      (await store.read({ entries: [], counters: [counter] }, signal)).epochs.get(counter),
  }
}

describe('createMemoryStore', () => {
  test('keeps an entry to the end of its life and not a moment longer', async () => {
    const { write, readEntry, wait } = openStore()
    await write('a', 'value', 1000)
    wait(999)
    expect(await readEntry('a')).toBe('value')
    wait(2)
    expect(await readEntry('a')).toBeUndefined()
  })

  test('gives an entry that is written again a new life', async () => {
    const { write, readEntry, wait } = openStore()
    await write('a', 'old', 1000)
    wait(900)
    await write('a', 'new', 1000)
    wait(900)
    expect(await readEntry('a')).toBe('new')
  })

  test('lets what was unused for longest make way when there is no room', async () => {
    const { write, readEntry } = openStore(7000)
    await write('used', 'x'.repeat(3000), 1000)
    await write('unused', 'x'.repeat(3000), 1000)
    await readEntry('used')
    await write('new', 'x'.repeat(3000), 1000)
    expect(await Promise.all(['used', 'unused', 'new'].map(readEntry))).toEqual([
      expect.any(String),
      undefined,
      expect.any(String),
    ])
  })

  test('does not take in what is larger than all it may hold', async () => {
    const { write, readEntry } = openStore(1000)
    await write('small', 'x', 1000)
    await write('large', 'x'.repeat(2000), 1000)
    expect(await readEntry('large')).toBeUndefined()
    expect(await readEntry('small')).toBe('x')
  })

  test('gives a counter that had to make way another number', async () => {
    const { readCounter } = openStore(1000)
    const before = await readCounter('first')
    for (let index = 0; index < 100; index += 1) await readCounter(`other ${index}`)
    expect(await readCounter('first')).not.toBe(before)
  })

  test('does not take an entry for a counter of the same name', async () => {
    const { write, readEntry, readCounter } = openStore()
    await write('a', 'value', 1000)
    const number = await readCounter('a')
    expect([await readEntry('a'), await readCounter('a')]).toEqual(['value', number])
  })

  test('goes by the clock of the process when it is given none', async () => {
    const store = createMemoryStore({ maxBytes: 1000, sizeOf })
    await store.write([{ key: 'a', value: Buffer.from('value'), milliseconds: 60_000 }], signal)
    expect((await store.read({ entries: ['a'], counters: [] }, signal)).values).toEqual(
      new Map([['a', Buffer.from('value')]]),
    )
  })
})
