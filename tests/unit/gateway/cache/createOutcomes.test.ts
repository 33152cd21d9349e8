import { describe, expect, it } from '@jest/globals'
import { createOutcomes } from '../../../../gateway/cache/createOutcomes.ts'

const people = { agency: 'registry', type: 'Person' }

describe('outcomes', () => {
  it('are counted by agency, type and outcome, whichever topic they are of', () => {
    const { add, take } = createOutcomes()
    add(people, 'hit', 2)
    add({ ...people }, 'hit', 3)
    add(people, 'miss', 1)
    add({ agency: 'papers', type: 'Person' }, 'hit', 1)
    expect(take()).toEqual([
      { labels: { ...people, outcome: 'hit' }, count: 5 },
      { labels: { ...people, outcome: 'miss' }, count: 1 },
      { labels: { agency: 'papers', type: 'Person', outcome: 'hit' }, count: 1 },
    ])
  })

  it('are taken once', () => {
    const { add, take } = createOutcomes()
    add(people, 'hit', 2)
    take()
    expect(take()).toEqual([])
    add(people, 'hit', 1)
    expect(take()).toEqual([{ labels: { ...people, outcome: 'hit' }, count: 1 }])
  })
})
