import { describe, expect, test } from '@jest/globals'
import { createProvenanceRecorder } from '../../../../gateway/disclose/createProvenanceRecorder.ts'

describe('createProvenanceRecorder', () => {
  test('has nothing to tell when nobody was asked', () => {
    expect(createProvenanceRecorder().summary()).toEqual([])
  })

  test('adds up the parts of each agency, in the order of their names', () => {
    const { record, summary } = createProvenanceRecorder()
    record('passport', { source: 'LIVE', entities: 2, asOf: 2_000 })
    record('health', { source: 'CACHE', entities: 3, asOf: 1_000 })
    record('passport', { source: 'LIVE', entities: 1, asOf: 1_500 })
    expect(summary()).toEqual([
      {
        agency: 'health',
        source: 'CACHE',
        asOf: '1970-01-01T00:00:01.000Z',
        entities: { live: 0, cached: 3, stale: 0, unavailable: 0 },
      },
      {
        agency: 'passport',
        source: 'LIVE',
        asOf: '1970-01-01T00:00:01.500Z',
        entities: { live: 3, cached: 0, stale: 0, unavailable: 0 },
      },
    ])
  })

  test.each([
    [['LIVE', 'CACHE'], 'CACHE'],
    [['STALE', 'CACHE', 'LIVE'], 'STALE'],
    [['LIVE', 'UNAVAILABLE', 'STALE'], 'UNAVAILABLE'],
  ] as const)('says the worst of %j: %s', (sources, worst) => {
    const { record, summary } = createProvenanceRecorder()
    for (const source of sources) record('passport', { source, entities: 1, asOf: null })
    expect(summary()).toMatchObject([{ source: worst, asOf: null }])
  })

  test('keeps the instant of what came beside what did not', () => {
    const { record, summary } = createProvenanceRecorder()
    record('passport', { source: 'UNAVAILABLE', entities: 1, asOf: null })
    record('passport', { source: 'LIVE', entities: 1, asOf: 0 })
    expect(summary()).toMatchObject([{ source: 'UNAVAILABLE', asOf: '1970-01-01T00:00:00.000Z' }])
  })
})
