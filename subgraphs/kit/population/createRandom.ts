import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Draws that are the same for the same seed, on any machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly wholeNumber: (low: number, high: number) => number
  /** True with this probability, from 0 to 1. */
  readonly chance: (probability: number) => boolean
  readonly pick: <const T>(items: readonly [T, ...T[]]) => T
  /** One of the items, each as likely as its weight. */
  readonly weighted: <const T>(items: readonly [readonly [T, number], ...(readonly [T, number])[]]) => T
}

const resolution = 1_000_000

/** Random draws from a seed such as `passport:17`; different seeds give unrelated draws. */
export function createRandom(seed: string): Random {
  const generator = xoroshiro128plus(hashOf(seed))
  const wholeNumber = (low: number, high: number): number => uniformInt(generator, low, high)
  return {
    wholeNumber,
    chance: (probability) => wholeNumber(1, resolution) <= probability * resolution,
    pick: (items) => items[wholeNumber(0, items.length - 1)] ?? items[0],
    weighted(items) {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0)
      let left = (wholeNumber(1, resolution) / resolution) * total
      for (const [item, weight] of items) {
        left -= weight
        if (left <= 0) return item
      }
      return items[0][0]
    },
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value
}
