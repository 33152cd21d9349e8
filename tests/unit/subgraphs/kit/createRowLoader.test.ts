import { describe, expect, jest, test } from '@jest/globals'
import { createRowLoader } from '../../../../subgraphs/kit/createRowLoader.ts'

interface Row {
  readonly code: string
}

describe('a loader of rows', () => {
  test('reads once for all keys of a turn and gives each its row, or null', async () => {
    const read = jest.fn((_keys: readonly string[]) => Promise.resolve<readonly Row[]>([{ code: 'b' }, { code: 'a' }]))
    const loader = createRowLoader(read, ({ code }) => code)
    expect(await Promise.all([loader.load('a'), loader.load('none'), loader.load('b')])).toEqual([
      { code: 'a' },
      null,
      { code: 'b' },
    ])
    expect(read.mock.calls).toEqual([[['a', 'none', 'b']]])
  })
})
