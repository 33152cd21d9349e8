import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRetryBudget } from '../../../../gateway/agency/createRetryBudget.ts'

describe('createRetryBudget', () => {
  test('has its floor from the start', () => {
    const { withdraw } = createRetryBudget({ share: 0.1, floor: 2, ceiling: 10 })
    expect([withdraw(), withdraw(), withdraw()]).toEqual([true, true, false])
  })

  test('saves up no more than its ceiling', () => {
    const { deposit, withdraw } = createRetryBudget({ share: 0.5, floor: 0, ceiling: 3 })
    for (let calls = 0; calls < 1_000; calls += 1) deposit()
    expect([withdraw(), withdraw(), withdraw(), withdraw()]).toEqual([true, true, true, false])
  })

  test('never gives more than a share of the calls and the floor, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (isCall) => {
        const { deposit, withdraw } = createRetryBudget({ share: 0.1, floor: 2, ceiling: 10 })
        const retries = isCall.filter((call) => (call ? (deposit(), false) : withdraw())).length
        return retries <= 2 + isCall.filter(Boolean).length * 0.1 + 1e-9
      }),
    )
  })
})
