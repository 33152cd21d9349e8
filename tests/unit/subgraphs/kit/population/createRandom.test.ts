import { describe, expect, test } from '@jest/globals'
import { createRandom } from '../../../../../subgraphs/kit/population/createRandom.ts'
import { expectBetween } from '../../../../support/expectBetween.ts'

const seeds = Array.from({ length: 4000 }, (_, index) => `passport:${index}`)

describe('random draws', () => {
  test('are the same for the same seed, and others for another', () => {
    const draw = (seed: string): readonly number[] => {
      const random = createRandom(seed)
      return Array.from({ length: 20 }, () => random.wholeNumber(0, 1_000_000))
    }
    expect(draw('health:17')).toEqual(draw('health:17'))
    expect(draw('health:17')).not.toEqual(draw('health:18'))
  })

  test('are spread evenly over seeds that differ by a number alone, at the first draw and at the fifth', () => {
    const tenths = seeds.map((seed) => {
      const random = createRandom(seed)
      const draws = Array.from({ length: 5 }, () => random.wholeNumber(0, 9))
      return [draws[0] ?? -1, draws[4] ?? -1] as const
    })
    for (let tenth = 0; tenth < 10; tenth += 1) {
      for (const place of [0, 1]) expectBetween(tenths.filter((pair) => pair[place] === tenth).length, 320, 480)
    }
    // One draw says nothing of another.
    expectBetween(tenths.filter(([first, fifth]) => first === fifth).length, 320, 480)
  })

  test('come true as often as their probability says, from never to always', () => {
    const random = createRandom('chance')
    const trueOf = (probability: number): number => seeds.filter(() => random.chance(probability)).length
    expect(trueOf(0)).toBe(0)
    expect(trueOf(1)).toBe(4000)
    expectBetween(trueOf(0.25), 900, 1100)
  })

  test('pick any item, and weigh those that have a weight', () => {
    const random = createRandom('pick')
    expect(new Set(seeds.map(() => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']))
    const weighed = seeds.map(() =>
      random.weighted([
        ['often', 90],
        ['seldom', 10],
        ['never', 0],
      ]),
    )
    expectBetween(weighed.filter((item) => item === 'often').length, 3500, 3700)
    expect(weighed).not.toContain('never')
  })
})
