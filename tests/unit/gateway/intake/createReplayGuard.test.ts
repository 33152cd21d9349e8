import { describe, expect, it } from '@jest/globals'
import { createReplayGuard } from '../../../../gateway/intake/createReplayGuard.ts'

describe('the guard against replays', () => {
  it('knows an id for as long as it lives, and no longer', () => {
    let now = 1_000
    const meet = createReplayGuard({ life: 100, most: 10, now: () => now })
    const isNew = (id: string): boolean => meet('agency', id) === 'new'
    expect([isNew('a'), isNew('b'), isNew('a')]).toEqual([true, true, false])
    now = 1_099
    expect([isNew('a'), isNew('c')]).toEqual([false, true])
    now = 1_100
    expect([isNew('a'), isNew('b'), isNew('c')]).toEqual([true, true, false])
  })

  it('takes no more of a sender than it can remember, and what others send all the same', () => {
    let now = 0
    const meet = createReplayGuard({ life: 100, most: 5, now: () => now })
    expect([meet('one', 'abc'), meet('one', 'def'), meet('one', 'abc'), meet('one', 'gh')]).toEqual([
      'new',
      'too many',
      'known',
      'new',
    ])
    expect(meet('other', 'abc')).toBe('new')
    now = 100
    expect(meet('one', 'defgh')).toBe('new')
  })
})
