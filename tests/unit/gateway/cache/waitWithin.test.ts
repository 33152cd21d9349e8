import { describe, expect, it } from '@jest/globals'
import { waitWithin } from '../../../../gateway/cache/waitWithin.ts'

describe('waiting within a limit', () => {
  it('gives what came in time', async () => {
    await expect(waitWithin(Promise.resolve(1), 1_000)).resolves.toBe(1)
    await expect(waitWithin(Promise.reject(new Error('no')), 1_000)).rejects.toThrow('no')
  })

  it('gives nothing when nothing came, and does not care for what comes later', async () => {
    const { promise, reject } = Promise.withResolvers()
    await expect(waitWithin(promise, 5)).resolves.toBeUndefined()
    reject(new Error('too late'))
    await expect(promise).rejects.toThrow('too late')
  })
})
