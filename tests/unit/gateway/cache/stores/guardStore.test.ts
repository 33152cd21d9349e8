import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { GuardedStore } from '../../../../../gateway/cache/stores/GuardedStore.ts'
import { guardStore } from '../../../../../gateway/cache/stores/guardStore.ts'
import { createFakeStore } from '../../../../support/createFakeStore.ts'
import type { FakeStore } from '../../../../support/createFakeStore.ts'
import { recordLines } from '../../../../support/recordLines.ts'
import type { RecordedLine } from '../../../../support/recordLines.ts'
import { until } from '../../../../support/until.ts'

let fake: FakeStore
let lines: readonly RecordedLine[]
let states: string[]
let store: GuardedStore<Buffer>

beforeEach(() => {
  const recorded = recordLines()
  lines = recorded.lines
  states = []
  fake = createFakeStore()
  const metrics = { breaker: (state: string) => void states.push(state) }
  store = guardStore(fake, { logger: recorded.logger, metrics })
})

afterEach(() => store.close())

const answers = (): Promise<boolean> =>
  store.read({ entries: ['a'], counters: [] }).then(
    () => true,
    () => false,
  )

/** Asks as often as lets the breaker open. */
async function fail(): Promise<void> {
  for (let time = 0; time < 3; time += 1) expect(await answers()).toBe(false)
}

const replyOf = (message: string): Error => Object.assign(new Error(message), { name: 'ReplyError' })

describe('a store that is guarded', () => {
  it.each([
    ['TIMEOUT', () => new Promise<void>(() => undefined)],
    ['OOM', () => Promise.reject(replyOf("OOM command not allowed when used memory > 'maxmemory' of maria."))],
    ['NO_CONNECTION', () => Promise.reject(Object.assign(new Error('gone'), { code: 'NO_CONNECTION' }))],
    ['FAILED', () => Promise.reject(new Error('maria'))],
  ])('says once that it is left alone, and why: %s', async (reason, hinder) => {
    fake.hinder = hinder
    await fail()
    await fail()
    const message = 'the store of the cache fails and is left alone'
    expect(lines).toEqual([{ level: 'warn', message, fields: { reason } }])
  })

  it('says once that it is asked again, and nothing of trials that failed', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'clearTimeout', 'Date'],
    })
    try {
      fake.hinder = () => Promise.reject(new Error('gone'))
      await fail()
      jest.advanceTimersByTime(1_000)
      await answers()
      expect(states).toEqual(['closed', 'open', 'half-open', 'open'])
      fake.hinder = () => Promise.resolve()
      jest.advanceTimersByTime(1_000)
      await until('it answers', answers)
    } finally {
      jest.useRealTimers()
    }
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ['warn', 'the store of the cache fails and is left alone'],
      ['info', 'the store of the cache is asked again'],
    ])
  })
})
