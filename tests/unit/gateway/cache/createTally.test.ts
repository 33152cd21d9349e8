import { describe, expect, it } from '@jest/globals'
import { createTally } from '../../../../gateway/cache/createTally.ts'

const topic = { agency: 'shelf', type: 'Book', selection: '{title}', shows: [] }

describe('a tally', () => {
  it('tells of a row of the same at once, and of nothing twice', () => {
    const told: unknown[][] = []
    const tally = createTally({
      observe: ({ agency, type }, outcome, count) => void told.push([agency, type, outcome, count]),
    })
    for (const outcome of ['hit', 'hit', 'miss', 'hit'] as const) tally.add(topic, outcome)
    tally.add({ ...topic, type: 'Author' }, 'hit')
    tally.end()
    tally.end()
    expect(told).toEqual([
      ['shelf', 'Book', 'hit', 2],
      ['shelf', 'Book', 'miss', 1],
      ['shelf', 'Book', 'hit', 1],
      ['shelf', 'Author', 'hit', 1],
    ])
  })
})
