import { distance } from 'fastest-levenshtein'
import { canPair } from './canPair.ts'
import { splitLike } from './splitLike.ts'
import { wordsOf } from './wordsOf.ts'

/** How alike two writings of a name are. */
export type NameLikeness = 'SAME' | 'VARIES' | 'DIFFERS'

/** Words that one writing may have beyond the other: passports add a father's and a clan's name to a name of one word. */
const mostExtraWords = 2

/**
 * Grades how alike two writings of a name are, whichever comes first. SAME: the same words in the same order, whatever the
 * case, accents and punctuation. VARIES: what clerks do to one person's name, to be accepted and looked at: words run
 * together or apart, in another order, cut to an initial, left out or repeated, or a letter mistyped. DIFFERS: anything
 * else, and any name without a letter.
 */
export function compareNames(one: string, other: string): NameLikeness {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  if (left.length === 0 || right.length === 0) return 'DIFFERS'
  if (left.join(' ') === right.join(' ')) return 'SAME'
  if (areClose(left.join(''), right.join(''))) return 'VARIES'
  return holdTheSame(splitLike(left, right), splitLike(right, left)) ? 'VARIES' : 'DIFFERS'
}

/** One mistyped letter in four, two in eight: a short name has no letter to spare. */
function areClose(one: string, other: string): boolean {
  const letters = Math.min(one.length, other.length)
  return distance(one, other) <= Math.min(2, Math.floor(letters / 4))
}

/** Whether each word of the shorter name stands in the longer one, at least one of them in full. */
function holdTheSame(left: readonly string[], right: readonly string[]): boolean {
  const [fewer, more] = left.length <= right.length ? [left, right] : [right, left]
  if (more.length - fewer.length > mostExtraWords) return false
  const common = commonWords(fewer, more)
  if (!common.some((word) => word.length > 1)) return false
  return canPair(without(fewer, common), without(more, common), areAlike)
}

function areAlike(one: string, other: string): boolean {
  return areClose(one, other) || isInitialOf(one, other) || isInitialOf(other, one)
}

function isInitialOf(initial: string, word: string): boolean {
  return initial.length === 1 && word.startsWith(initial)
}

function commonWords(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return words.filter((word) => {
    const place = left.indexOf(word)
    if (place >= 0) left.splice(place, 1)
    return place >= 0
  })
}

function without(words: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken]
  return words.filter((word) => {
    const place = left.indexOf(word)
    if (place >= 0) left.splice(place, 1)
    return place < 0
  })
}
