import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readCachePolicy } from '../../../../gateway/agency/readCachePolicy.ts'

describe('the policy in a cache-control header', () => {
  it.each([
    ['max-age=60', 60, 0],
    ['max-age=60, stale-if-error=3600', 60, 3600],
    ['stale-if-error=3600,max-age=0', 0, 3600],
    ['public , MAX-AGE = 60', 60, 0],
    ['max-age="60"', 60, 0],
    ['max-age=60, must-understand, x="no-store, private", stale-while-revalidate=soon', 60, 0],
    ['max-age=60, s-maxage=5', 5, 0],
    ['max-age=5, s-maxage=60', 5, 0],
    ['s-maxage=60', 60, 0],
    ['max-age=60, s-maxage=60, stale-if-error=3600', 60, 0],
    ['max-age=60, must-revalidate, stale-if-error=3600', 60, 0],
    ['max-age=60, stale-if-error=3600, Proxy-Revalidate', 60, 0],
    ['max-age=60, stale-if-error=never', 60, 0],
    ['max-age=60, max-age=60', 60, 0],
    [',,max-age=60,', 60, 0],
  ])('is read from %s', (header, maxAge, staleIfError) => {
    expect(readCachePolicy(header)).toEqual({ maxAge, staleIfError })
  })

  it.each([
    undefined,
    '',
    'no-store',
    'max-age=60, no-store',
    'private="x", max-age=60',
    'max-age=60, no-cache',
    'max-age=60, s-maxage=soon',
    's-maxage=60, max-age',
    'stale-if-error=60',
    'max-age=-1',
    'max-age=1.5',
    'max-age=soon',
    'max-age',
    'max-age=60, max-age=61',
    'xmax-age=60',
  ])('is none in %s', (header) => {
    expect(readCachePolicy(header)).toBeUndefined()
  })

  it('is never an error, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (header) => {
        const policy = readCachePolicy(`${header}, private`)
        expect(policy === undefined || header.includes('"')).toBe(true)
      }),
    )
  })
})
