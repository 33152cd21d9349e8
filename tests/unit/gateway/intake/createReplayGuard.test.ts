import { describe, expect, it } from '@jest/globals'
import { createReplayGuard } from '../../../../gateway/intake/createReplayGuard.ts'

describe('the guard against replays', () => {
  it('knows an id for as long as it lives, and no longer', () => {
    let now = 1_000
    const isNew = createReplayGuard({ life: 100, clock: () => now })
    expect([isNew('a'), isNew('b'), isNew('a')]).toEqual([true, true, false])
    now = 1_099
    expect([isNew('a'), isNew('c')]).toEqual([false, true])
    now = 1_100
    expect([isNew('a'), isNew('b'), isNew('c')]).toEqual([true, true, false])
  })
})
