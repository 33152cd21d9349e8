import { describe, expect, test } from '@jest/globals'
import { mayLookBack } from '../../../../../subgraphs/placement/rules/mayLookBack.ts'

const today = '2026-03-01'
const known = ['readiness', 'placement']

describe('how things stood on a day', () => {
  test.each([
    ['2026-02-28', ['readiness'], 'service-delivery', true],
    ['2026-03-01', ['readiness'], 'service-delivery', true],
    ['2031-01-01', [], 'reporting', true],
    ['2026-02-27', ['readiness'], 'service-delivery', false],
    ['2026-02-27', [], 'supervision', false],
    ['2026-02-27', known, 'supervision', true],
    ['2026-02-27', ['*'], 'unspecified', true],
    ['2004-10-18', known, 'protection-case', true],
    ['2026-02-27', known, 'reporting', false],
  ])('on %s may be seen with %j for %s: %j', (day, scopes, purpose, may) => {
    expect(mayLookBack(day, { today, asker: { scopes, purpose } })).toBe(may)
  })
})
