import { describe, expect, test } from '@jest/globals'
import { isOpenOn } from '../../../../../subgraphs/placement/rules/isOpenOn.ts'

const registered = { stage: 'REGISTERED', at: '2026-10-15T01:00:00.000Z' } as const
const selected = { stage: 'SELECTED', at: '2026-10-25T01:00:00.000Z' } as const

describe('a placement', () => {
  test('is open from the day of its first stage on, for as long as nothing ends it', () => {
    expect(isOpenOn([registered, selected], '2026-10-14')).toBe(false)
    expect(isOpenOn([registered, selected], '2026-10-15')).toBe(true)
    expect(isOpenOn([registered, selected], '2099-01-01')).toBe(true)
  })

  test.each(['DEPARTED', 'FAILED', 'DEFERRED', 'WITHDRAWN'] as const)('is open until it is %s', (stage) => {
    const history = [registered, { stage, at: '2026-11-20T02:00:00.000Z' }]
    expect(isOpenOn(history, '2026-11-19')).toBe(true)
    expect(isOpenOn(history, '2026-11-20')).toBe(false)
    expect(isOpenOn(history, '2027-01-01')).toBe(false)
  })

  test('is open again when it goes on after it was deferred', () => {
    const history = [
      registered,
      { stage: 'DEFERRED', at: '2026-11-01T01:00:00.000Z' },
      { ...selected, at: '2026-11-20T01:00:00.000Z' },
    ] as const
    expect(isOpenOn(history, '2026-11-19')).toBe(false)
    expect(isOpenOn(history, '2026-11-20')).toBe(true)
  })

  test('counts days in Central Indonesian Time', () => {
    const history = [{ ...registered, at: '2026-10-14T16:30:00.000Z' }]
    expect(isOpenOn(history, '2026-10-14')).toBe(false)
    expect(isOpenOn(history, '2026-10-15')).toBe(true)
  })

  test('without any history is not open', () => {
    expect(isOpenOn([], '2026-11-24')).toBe(false)
  })
})
