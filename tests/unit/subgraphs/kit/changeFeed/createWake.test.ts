import { describe, expect, test } from '@jest/globals'
import { createWake } from '../../../../../subgraphs/kit/changeFeed/createWake.ts'

const never = 1_000_000
const { signal } = new AbortController()

describe('a sleeper', () => {
  test('is woken, and sleeps again', async () => {
    const { sleep, wake } = createWake()
    for (let turn = 0; turn < 3; turn += 1) {
      const sleeping = sleep(never, signal)
      wake()
      expect(await sleeping).toBeUndefined()
    }
  })

  test('does not sleep when it was called while it was busy, however often', async () => {
    const { sleep, wake } = createWake()
    wake()
    wake()
    expect(await sleep(never, signal)).toBeUndefined()
    let slept = false
    const again = sleep(never, signal).then(() => (slept = true))
    await Promise.resolve()
    expect(slept).toBe(false)
    wake()
    await again
  })

  test('wakes by itself in the end', async () => {
    expect(await createWake().sleep(5, signal)).toBeUndefined()
  })

  test('wakes when it is time to stop, and sleeps no more', async () => {
    const stopping = new AbortController()
    const { sleep } = createWake()
    const sleeping = sleep(never, stopping.signal)
    stopping.abort()
    await sleeping
    expect(await sleep(never, stopping.signal)).toBeUndefined()
  })
})
