import { describe, expect, it } from '@jest/globals'
import { writeGaps } from '../../../../gateway/execute/writeGaps.ts'

describe('the errors that tell of gaps', () => {
  it('name the agency of each, and its place', () => {
    const gaps = ['immigration', 'health', 'immigration'].map((agency, index) => {
      return { code: 'AGENCY_UNAVAILABLE', details: { agency }, place: [String(index)] } as const
    })
    expect(writeGaps(gaps).map(({ path, extensions }) => [path, extensions?.['agency']])).toEqual([
      [['0'], 'immigration'],
      [['1'], 'health'],
      [['2'], 'immigration'],
    ])
  })

  it('have no path where a gap has no place', () => {
    expect(writeGaps([{ code: 'AGENCY_ERROR', details: { agency: 'health' } }])[0]).not.toHaveProperty('path')
  })
})
