import { describe, expect, jest, test } from '@jest/globals'
import { createReferenceLoader } from '../../../../subgraphs/kit/createReferenceLoader.ts'

interface Row {
  readonly code: string
}

describe('a loader of rows that must be there', () => {
  test('reads once for all keys of a turn and gives each its row', async () => {
    const read = jest.fn((_keys: readonly string[]) => Promise.resolve<readonly Row[]>([{ code: 'b' }, { code: 'a' }]))
    const loader = createReferenceLoader(read, ({ code }) => code)
    expect(await Promise.all([loader.load('a'), loader.load('b')])).toEqual([{ code: 'a' }, { code: 'b' }])
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('rejects the key that has no row, and that one alone', async () => {
    const loader = createReferenceLoader(
      () => Promise.resolve<readonly Row[]>([{ code: 'a' }]),
      ({ code }) => code,
    )
    const [there, missing] = await Promise.allSettled([loader.load('a'), loader.load('b')])
    expect(there).toEqual({ status: 'fulfilled', value: { code: 'a' } })
    expect(missing?.status).toBe('rejected')
  })
})
