import { describe, expect, it } from '@jest/globals'
import { renderCacheNotes } from '../../../../gateway/intake/renderCacheNotes.ts'

describe('the header for developers', () => {
  it('counts what was answered in the same way, in the order in which it was', () => {
    const note = { agency: 'health', type: 'Applicant', source: 'cached', why: 'fresh' } as const
    expect(renderCacheNotes([note, { ...note, source: 'live', why: 'expired' }, note])).toBe(
      'health:Applicant=cached;why=fresh;count=2, health:Applicant=live;why=expired;count=1',
    )
  })

  it('is a header whatever an agency is called', () => {
    const note = { agency: 'Gesundheit\r\n, ü', type: 'Query', source: 'live', why: 'uncached' } as const
    expect(renderCacheNotes([note])).toMatch(/^Gesundheit[_]+:Query=live;why=uncached;count=1$/)
  })
})
