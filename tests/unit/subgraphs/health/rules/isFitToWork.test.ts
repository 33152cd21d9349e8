import { describe, expect, test } from '@jest/globals'
import { isFitToWork } from '../../../../../subgraphs/health/rules/isFitToWork.ts'

const certificate = { examinedAt: '2026-11-04', expiresAt: '2027-02-03', voidedAt: null }
const conclusions = ['FIT', 'FIT_WITH_NOTE', 'DEFERRED', 'UNFIT']
const pairs = conclusions.flatMap((physical) => conclusions.map((psychological) => [physical, psychological] as const))

describe('fitness to work', () => {
  test.each(pairs)('with a physical %s and a psychological %s', (physical, psychological) => {
    const bothAllow = [physical, psychological].every((conclusion) => conclusion.startsWith('FIT'))
    expect(isFitToWork({ ...certificate, physical, psychological }, '2026-11-24')).toBe(bothAllow)
  })

  test('ends with the certificate', () => {
    const fit = { ...certificate, physical: 'FIT', psychological: 'FIT' }
    expect(isFitToWork(fit, '2027-02-03')).toBe(true)
    expect(isFitToWork(fit, '2027-02-04')).toBe(false)
    expect(isFitToWork({ ...fit, voidedAt: '2026-11-20' }, '2026-11-24')).toBe(false)
  })
})
