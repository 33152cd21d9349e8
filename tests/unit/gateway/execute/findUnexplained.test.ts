import { describe, expect, it } from '@jest/globals'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import type { Place } from '../../../../gateway/disclose/Place.ts'
import { findUnexplained } from '../../../../gateway/execute/findUnexplained.ts'

const gapAt = (...place: Place): Gap => ({ code: 'AGENCY_ERROR', details: {}, place })

describe('what does not fit', () => {
  const place: Place = ['list', 1, 'name']
  const data = { list: [{ name: 'A', weight: 1 }, { name: null, weight: 2 }, null], word: 'w' }

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
    expect(findUnexplained([place], gaps, data)).toEqual(isExplained ? [] : [place])
  })

  it('is explained by what led to the same null', () => {
    const gone: Place = ['list', 2, 'name']
    expect(findUnexplained([gone], [gapAt('list', 2, 'weight')], data)).toEqual([])
    expect(findUnexplained([gone], [gapAt('list', 1, 'name')], data)).toEqual([gone])
    expect(findUnexplained([gone], [gapAt('word')], null)).toEqual([])
  })
})
