import { describe, expect, it } from '@jest/globals'
import type { Target } from '../../../../bench/report/Target.ts'
import { divideIntoHeats } from '../../../../bench/run/divideIntoHeats.ts'
import type { System } from '../../../../bench/systems/System.ts'

const systems = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name): System => ({
  name,
  title: name,
  asks: 'new',
  quick: true,
  start: () => Promise.reject(new Error('no')),
}))

function targetOf(ours: string, other: string): Target {
  const figure = { workload: 'one-16', figure: 'cpu' } as const
  return { title: 'CPU', ours: { system: ours, ...figure }, other: { system: other, ...figure }, bound: { atMost: 1 } }
}

function heatsOf(...pairs: readonly (readonly [string, string])[]): readonly string[] {
  const targets = pairs.map(([ours, other]) => targetOf(ours, other))
  return divideIntoHeats(systems, targets).map((heat) => heat.map(({ name }) => name).join(''))
}

describe('heats', () => {
  it('are of what targets compare, directly or by way of a third, and of all others', () => {
    expect(heatsOf(['a', 'd'], ['b', 'f'], ['e', 'd'], ['a', 'a'])).toEqual(['bf', 'ade', 'cg'])
  })

  it('become one where a later target joins them', () => {
    expect(heatsOf(['a', 'b'], ['c', 'd'], ['d', 'a'])).toEqual(['abcd', 'efg'])
  })

  it('are one where nothing is compared, or nothing that takes part', () => {
    expect(heatsOf()).toEqual(['abcdefg'])
    expect(heatsOf(['x', 'y'])).toEqual(['abcdefg'])
  })
})
