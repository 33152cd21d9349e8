import { describe, expect, it } from '@jest/globals'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import type { Place } from '../../../../gateway/disclose/Place.ts'
import { findUnexplained } from '../../../../gateway/execute/findUnexplained.ts'

const gapAt = (...place: Place): Gap => ({ code: 'AGENCY_ERROR', details: {}, place })

describe('a null that may not be', () => {
  it.each<readonly [string, readonly Gap[], boolean]>([
    ['nothing', [], false],
    ['a gap at its place', [gapAt('list', 1, 'name')], true],
    ['a gap above it', [gapAt('list')], true],
    ['a gap at the root', [gapAt()], true],
    ['a gap below it', [gapAt('list', 1, 'name', 'first')], true],
    ['a gap of which no place is known', [{ code: 'AGENCY_ERROR', details: {} }], true],
    ['a gap beside it', [gapAt('list', 1, 'weight')], false],
    ['a gap in another entry', [gapAt('list', 11, 'name')], false],
    ['a gap elsewhere', [gapAt('word')], false],
  ])('is explained by %s or not', (_what, gaps, isExplained) => {
    const place: Place = ['list', 1, 'name']
    expect(findUnexplained([place], gaps)).toEqual(isExplained ? [] : [place])
  })
})
