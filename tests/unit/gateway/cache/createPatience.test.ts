import { describe, expect, it } from '@jest/globals'
import { createPatience } from '../../../../gateway/cache/createPatience.ts'

const never = (): Promise<number> => new Promise(() => undefined)

describe('the patience of a request', () => {
  it('is enough for what comes in time', async () => {
    const { wait } = createPatience(1_000)
    expect(await wait([{}], () => Promise.resolve(1))).toBe(1)
  })

  it('takes a rejection for nothing', async () => {
    const { wait } = createPatience(1_000)
    expect(await wait([{}], () => Promise.reject(new Error('no')))).toBeUndefined()
  })

  it('ends after its time, whether that is spent at once or in parts', async () => {
    const { wait } = createPatience(40)
    const request = {}
    const begin = performance.now()
    await wait([request], () => new Promise((resolve) => setTimeout(resolve, 15, 1)))
    expect(await wait([request], never)).toBeUndefined()
    let isAsked = false
    const asking = wait([request], () => {
      isAsked = true
      return never()
    })
    expect(await asking).toBeUndefined()
    expect(performance.now() - begin).toBeLessThan(1_000)
    expect(isAsked).toBe(false)
  })

  it('counts once what is waited for side by side', async () => {
    const { wait } = createPatience(60)
    const request = {}
    const slow = (): Promise<number> => new Promise((resolve) => setTimeout(resolve, 20, 1))
    await Promise.all(Array.from({ length: 10 }, () => wait([request], slow)))
    expect(await wait([request], slow)).toBe(1)
  })

  it('is that of whoever of several has least left, and all of them have waited', async () => {
    const { wait } = createPatience(40)
    const [one, other] = [{}, {}]
    await wait([one], never)
    expect(await wait([one, other], () => Promise.resolve(1))).toBeUndefined()
    expect(await wait([other], () => Promise.resolve(1))).toBe(1)
    const third = {}
    await wait([other, third], never)
    const ended: string[] = []
    const fresh = wait([{}], never).then(() => ended.push('fresh'))
    const waited = wait([third], never).then(() => ended.push('third'))
    await Promise.all([fresh, waited])
    expect(ended).toEqual(['third', 'fresh'])
  })

  it('is another for each request', async () => {
    const { wait } = createPatience(10)
    expect(await wait([{}], never)).toBeUndefined()
    expect(await wait([{}], () => Promise.resolve(1))).toBe(1)
  })
})
