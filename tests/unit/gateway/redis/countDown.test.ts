import { describe, expect, it } from '@jest/globals'
import { countDown } from '../../../../gateway/redis/countDown.ts'

function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

describe('a count down', () => {
  it('ends after its time', async () => {
    const begin = performance.now()
    await new Promise<void>((resolve) => countDown(30, resolve))
    expect(performance.now() - begin).toBeGreaterThan(28)
  })

  it('does not count the time in which the process was busy', async () => {
    let isOver = false
    const stop = countDown(50, () => {
      isOver = true
    })
    block(200)
    // Whatever had to be looked at in this turn has been looked at after two more.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    expect(isOver).toBe(false)
    expect(stop()).toBeLessThanOrEqual(30)
  })

  it('says what it counted when it is stopped, and is over no more', async () => {
    let isOver = false
    const stop = countDown(5, () => {
      isOver = true
    })
    block(8)
    expect(stop()).toBe(5)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(isOver).toBe(false)
  })
})
