import { describe, expect, jest, test } from '@jest/globals'
import { createListLoader } from '../../../../subgraphs/kit/createListLoader.ts'

interface Row {
  readonly owner: string
  readonly id: number
}

const rows: readonly Row[] = [
  { owner: 'a', id: 3 },
  { owner: 'b', id: 2 },
  { owner: 'a', id: 1 },
  { owner: 'somebody else', id: 4 },
]

describe('a loader of lists', () => {
  test('reads once for all keys of a turn and gives each its rows in their order', async () => {
    const read = jest.fn((_keys: readonly string[]) => Promise.resolve(rows))
    const loader = createListLoader(read, ({ owner }) => owner)
    expect(await Promise.all([loader.load('a'), loader.load('b'), loader.load('c'), loader.load('a')])).toEqual([
      [
        { owner: 'a', id: 3 },
        { owner: 'a', id: 1 },
      ],
      [{ owner: 'b', id: 2 }],
      [],
      [
        { owner: 'a', id: 3 },
        { owner: 'a', id: 1 },
      ],
    ])
    expect(read.mock.calls).toEqual([[['a', 'b', 'c']]])
  })

  test('reads a key once in its life', async () => {
    const read = jest.fn((_keys: readonly string[]) => Promise.resolve(rows))
    const loader = createListLoader(read, ({ owner }) => owner)
    await loader.load('a')
    await loader.loadMany(['a', 'b'])
    expect(read.mock.calls).toEqual([[['a']], [['b']]])
  })

  test('fails every key when reading fails', async () => {
    const loader = createListLoader(
      () => Promise.reject(new Error('no database')),
      ({ owner }: Row) => owner,
    )
    const results = await Promise.allSettled([loader.load('a'), loader.load('b')])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
