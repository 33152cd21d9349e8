import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { createDeadline } from '../../../platform/createDeadline.ts'

describe('a deadline', () => {
  test('tells how much is left, which only shrinks and never falls below zero', async () => {
    const deadline = createDeadline({ milliseconds: 5 })
    const atFirst = deadline.remaining()
    expect(atFirst).toBeGreaterThan(0)
    expect(atFirst).toBeLessThanOrEqual(5)
    await once(deadline.signal, 'abort')
    expect(deadline.remaining()).toBe(0)
  })

  test('aborts its signal when it has passed', async () => {
    const { signal } = createDeadline({ milliseconds: 1 })
    expect(signal.aborted).toBe(false)
    await once(signal, 'abort')
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
  })

  test.each([0, -100])('of %p milliseconds has nothing left and aborts at once', async (milliseconds) => {
    const deadline = createDeadline({ milliseconds })
    expect(deadline.remaining()).toBe(0)
    await once(deadline.signal, 'abort')
    expect(deadline.signal.aborted).toBe(true)
  })

  test('aborts when the asker leaves, long before it has passed', () => {
    const asker = new AbortController()
    const deadline = createDeadline({ milliseconds: 60_000, left: asker.signal })
    expect(deadline.signal.aborted).toBe(false)
    asker.abort()
    expect(deadline.signal.aborted).toBe(true)
    expect(deadline.remaining()).toBeGreaterThan(0)
  })

  test('also passes when the asker stays', async () => {
    const { signal } = createDeadline({ milliseconds: 1, left: new AbortController().signal })
    await once(signal, 'abort')
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' })
  })
})
