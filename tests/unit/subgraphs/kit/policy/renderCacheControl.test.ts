import { describe, expect, test } from '@jest/globals'
import { renderCacheControl } from '../../../../../subgraphs/kit/policy/renderCacheControl.ts'

const policy = { maxAge: 3600, staleIfError: 86_400, liveRequired: false, daily: false }
const noon = Date.parse('2026-11-24T12:00:00+08:00')

describe('the cache-control header of an agency', () => {
  test('says both lives', () => {
    expect(renderCacheControl(policy, noon)).toBe('max-age=3600, stale-if-error=86400')
  })

  test('says nothing of stale answers where there must be none', () => {
    expect(renderCacheControl({ ...policy, liveRequired: true }, noon)).toBe('max-age=3600')
    expect(renderCacheControl({ ...policy, staleIfError: 0 }, noon)).toBe('max-age=3600')
  })

  test('forbids to keep what has no policy, or none but never', () => {
    expect(renderCacheControl(null, noon)).toBe('no-store')
    expect(renderCacheControl({ ...policy, maxAge: 0 }, noon)).toBe('no-store')
  })

  test.each([
    ['2026-11-24T12:00:00+08:00', 'max-age=3600, stale-if-error=86400'],
    ['2026-11-24T23:59:00+08:00', 'max-age=55, stale-if-error=86400'],
    ['2026-11-24T23:59:53.700+08:00', 'max-age=1, stale-if-error=86400'],
    ['2026-11-24T23:59:55.001+08:00', 'no-store'],
    ['2026-11-25T00:00:00+08:00', 'max-age=3600, stale-if-error=86400'],
  ])('lets no answer for a day, given at %s, be fresh on the next', (instant, header) => {
    expect(renderCacheControl({ ...policy, daily: true }, Date.parse(instant))).toBe(header)
  })
})
