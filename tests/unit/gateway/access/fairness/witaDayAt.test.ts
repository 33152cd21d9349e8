import { describe, expect, it } from '@jest/globals'
import { witaDayAt } from '../../../../../gateway/access/fairness/witaDayAt.ts'

describe('a day in Kupang', () => {
  it.each([
    ['2026-10-03T15:59:59.999Z', '2026-10-03', 1],
    ['2026-10-03T16:00:00.000Z', '2026-10-04', 86_400_000],
    ['2026-10-04T04:00:00.000Z', '2026-10-04', 43_200_000],
  ])('at %s is %s, with %i ms left', (instant, name, left) => {
    expect(witaDayAt(Date.parse(instant))).toEqual({ name, left })
  })
})
