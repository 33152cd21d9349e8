import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { endAll } from '../../../platform/endAll.ts'

describe('endings', () => {
  it('are all waited for, and the first in order that failed is told', async () => {
    let isOver = false
    const slow = pause(20).then(() => (isOver = true))
    const failing = pause(5).then(() => Promise.reject(new Error('first')))
    await expect(endAll([slow, undefined, failing, Promise.reject(new Error('second'))])).rejects.toThrow('first')
    expect(isOver).toBe(true)
  })

  it('are over when none fails', async () => {
    await expect(endAll([undefined, Promise.resolve(1)])).resolves.toBeUndefined()
  })
})
