import { beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { BreakerState } from '../../../platform/BreakerState.ts'
import { createBreaker } from '../../../platform/createBreaker.ts'
import type { Breaker, Finding } from '../../../platform/createBreaker.ts'

let time: number
let states: BreakerState[]
let breaker: Breaker

/** One that opens at three ill calls of the last four, and pauses for ten milliseconds. */
beforeEach(() => {
  time = 0
  states = []
  breaker = createBreaker({
    window: 4,
    isTooMany: (ill) => ill >= 3,
    pause: 10,
    now: () => time,
    onState: (state) => states.push(state),
  })
})

/** Calls one after another, and whether each went out. */
function call(...findings: readonly Finding[]): readonly boolean[] {
  return findings.map((finding) => {
    const end = breaker.begin(true)
    end?.(finding)
    return end !== undefined
  })
}

describe('a breaker', () => {
  it('opens at too many ill calls among the last ones, and counts none that showed nothing', () => {
    call('ill', 'ill', 'well', 'well', 'ill', 'nothing', 'nothing', 'ill')
    expect(states).toEqual([])
    expect(call('ill', 'well')).toEqual([true, false])
    expect(states).toEqual(['open'])
    expect(breaker.state()).toBe('open')
  })

  it('counts no call that began before it opened, whenever that ends', () => {
    const late = Array.from({ length: 6 }, () => breaker.begin(true))
    call('ill', 'ill', 'ill')
    for (const end of late.slice(0, 3)) end?.('well')
    expect(states).toEqual(['open'])
    time = 10
    call('well')
    for (const end of late.slice(3)) end?.('ill')
    expect(states).toEqual(['open', 'half-open', 'closed'])
  })

  it('lets one probe out at a time, and the next at once where one showed nothing', () => {
    call('ill', 'ill', 'ill')
    time = 10
    expect(breaker.begin(false)).toBeUndefined()
    const probe = breaker.begin(true)
    expect(call('well')).toEqual([false])
    probe?.('nothing')
    expect(breaker.begin(false)).toBeUndefined()
    expect(call('ill', 'well')).toEqual([true, false])
    expect(states).toEqual(['open', 'half-open', 'open'])
    time = 19
    expect(call('well')).toEqual([false])
    time = 20
    expect(call('well', 'well')).toEqual([true, true])
    expect(states.at(-1)).toBe('closed')
  })

  it('lets a call that can prove little be the probe after twice the pause, lest there be none for ever', () => {
    call('ill', 'ill', 'ill')
    time = 19
    expect(breaker.begin(false)).toBeUndefined()
    time = 20
    const probe = breaker.begin(false)
    expect(breaker.begin(true)).toBeUndefined()
    probe?.('well')
    expect(states).toEqual(['open', 'half-open', 'closed'])
  })

  it('is never open for longer than its pause when all calls are well, whatever came before', () => {
    const finding = fc.constantFrom<Finding>('well', 'ill', 'nothing')
    fc.assert(
      fc.property(fc.array(fc.tuple(finding, fc.nat(12))), (calls) => {
        for (const [one, later] of calls) {
          time += later
          call(one)
        }
        time += 10
        expect(call('well', 'well')).toEqual([true, true])
      }),
    )
  })
})
