import type { GraphQLFormattedError } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Place } from '../../../gateway/disclose/Place.ts'
import type { MemoryAnswer } from '../openMemoryEngine.ts'
import { isAstray } from './isAstray.ts'

/** What is wrong with an answer that has gaps, as it leaves. */
export interface Gapped {
  /** What the engine gave. */
  readonly given: MemoryAnswer
  /** The errors of it that left. */
  readonly left: readonly GraphQLFormattedError[]
  /** What there is to tell. */
  readonly whole: unknown
}

/**
 * What is wrong with an answer that has gaps; undefined where nothing is. What is not null is as it is, each null that need not be has
 * an error at it or below, and each error stands at a null. An error at what agencies need of each other alone loses its place, and
 * is told by another of its kind: then it is enough that there is one.
 */
export function findWrong({ given: { data, errors }, left, whole }: Gapped): string | undefined {
  const isAnywhere = errors.some((error) => isAstray(data, error))
  const told = new Set(left.flatMap(({ path = [] }) => path.map((_step, index) => nameOf(path.slice(0, index + 1)))))
  const isExplained = (place: Place): boolean => (isAnywhere ? left.length > 0 : told.has(nameOf(place)))
  const astray = left.find((error) => error.path !== undefined && isAstray(data, error))
  if (astray !== undefined) return `There is no null at ${nameOf(astray.path ?? [])}.`
  return findUntrue(data, whole, { at: [], isAnywhere, isExplained })
}

const nameOf = (place: Place): string => JSON.stringify(place)

interface Looking {
  readonly at: Place
  /** Whether something is missing of which the client does not know the place: it may be an object's type. */
  readonly isAnywhere: boolean
  readonly isExplained: (place: Place) => boolean
}

function findUntrue(data: unknown, whole: unknown, looking: Looking): string | undefined {
  const { at, isAnywhere, isExplained } = looking
  if (data === null) return whole === null || isExplained(at) ? undefined : `Nothing says why ${nameOf(at)} is null.`
  const inside = (key: string | number): Looking => ({ ...looking, at: [...at, key] })
  if (Array.isArray(data) && Array.isArray(whole) && data.length === whole.length)
    return data.map((item, index) => findUntrue(item, whole[index], inside(index))).find((wrong) => wrong !== undefined)
  if (!isRecord(data) || !isRecord(whole)) return data === whole ? undefined : `It is not so at ${nameOf(at)}.`
  const [own, keys] = [Object.keys(data), Object.keys(whole)]
  // What is of one type alone is left out where nobody says the type; so is its name, for which any error inside will do.
  const mayMiss = (key: string): boolean => isAnywhere || (key === '__typename' && isExplained(at))
  if (keys.filter((key) => !mayMiss(key) || own.includes(key)).join() !== own.join())
    return `It has other keys at ${nameOf(at)}.`
  return own.map((key) => findUntrue(data[key], whole[key], inside(key))).find((wrong) => wrong !== undefined)
}
