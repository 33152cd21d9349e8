import { describe, expect, it } from '@jest/globals'
import { writeGaps } from '../../../../gateway/execute/writeGaps.ts'
import { errors } from '../../../../platform/errors.ts'

describe('the errors that tell of gaps', () => {
  it('have a code with its message and what stands beside it, and nothing else', () => {
    const gap = { code: 'BAD_USER_INPUT', details: { argument: 'nik' }, place: ['applicant'] } as const
    const extensions = { code: 'BAD_USER_INPUT', argument: 'nik' }
    expect(writeGaps([gap])).toEqual([{ message: errors.BAD_USER_INPUT.en, path: ['applicant'], extensions }])
  })

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

  it('tell once of a field that may not be seen, where it stands first, and of anything else each time', () => {
    const gaps = [0, 1, 2].flatMap((row) =>
      (['FORBIDDEN_FIELD', 'AGENCY_ERROR'] as const).flatMap((code) =>
        ['past', 'future'].map((key) => {
          return { code, details: { field: 'Applicant.readiness' }, place: ['list', row, key] } as const
        }),
      ),
    )
    const paths = writeGaps(gaps).map(({ path, extensions }) => [extensions?.['code'], path?.join('.')])
    expect(paths.filter(([code]) => code === 'FORBIDDEN_FIELD')).toEqual([
      ['FORBIDDEN_FIELD', 'list.0.past'],
      ['FORBIDDEN_FIELD', 'list.0.future'],
    ])
    expect(paths).toHaveLength(8)
  })

  it('have no path where a gap has no place', () => {
    expect(writeGaps([{ code: 'AGENCY_ERROR', details: { agency: 'health' } }])[0]).not.toHaveProperty('path')
  })
})
