import type { ValueShape } from '../shape/Selection.ts'
import { patternOf } from './patternOf.ts'

/** Where a value ends that begins at a place of a JSON text; -1 where it is not to the letter what was selected. */
export type Skim = (text: string, at: number) => number

/** Characters of the longest pattern, of which the engine makes up to half a megabyte of code. It can take twice as many. */
const longestPattern = 16_384

/**
 * Compiles a skim, which makes nothing of what it passes; undefined where its pattern would be too long. It is a regular expression: a
 * sixth of what functions for each value took, of which the time goes into calls. None of its choices can be made in two ways, so
 * that the time for a text is in proportion to its length, whether it fits or not.
 */
export function compileSkim(shape: ValueShape): Skim | undefined {
  const source = patternOf(shape)
  if (source.length > longestPattern) return undefined
  const pattern = new RegExp(source, 'y')

  return function skim(text, at) {
    pattern.lastIndex = at
    try {
      return pattern.test(text) ? pattern.lastIndex : -1
    } catch {
      // A list of millions of items: for each, the engine remembers where it was.
      return -1
    }
  }
}
