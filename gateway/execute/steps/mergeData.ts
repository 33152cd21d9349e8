import { isAbstractType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import { JsonText } from '../text/JsonText.ts'

export interface MergeOptions {
  /** The supergraph: an agency that knows an interface as an object calls by its name what others know the type of. */
  readonly supergraph: GraphQLSchema
  /** Whether the agency left gaps: its nulls say nothing then, at whatever depth, and take nothing away. */
  readonly hasGaps?: boolean
}

/** Merges what an agency answered into what is there, in place. Objects are merged by key, lists of one length by position. */
export function mergeData(
  target: Record<string, unknown>,
  source: Readonly<Record<string, unknown>>,
  options: MergeOptions,
): void {
  const { supergraph, hasGaps = false } = options
  for (const key in source) {
    const given = source[key]
    const there = Object.hasOwn(target, key) ? target[key] : undefined
    if (there === given || (hasGaps && given === null && there !== undefined)) continue
    if (key === '__typename' && there !== undefined && isAbstractType(supergraph.getType(String(given)))) continue
    if (!mergeInside(there, given, options)) target[key] = given
  }
}

/** Merges two lists or two objects in place; false where they are neither. */
function mergeInside(there: unknown, given: unknown, options: MergeOptions): boolean {
  if (there === given) return true
  if (Array.isArray(there)) {
    if (!Array.isArray(given) || there.length !== given.length) return false
    const items: unknown[] = there
    const givenItems: readonly unknown[] = given
    for (const [index, item] of givenItems.entries()) {
      if (options.hasGaps === true && item === null) continue
      if (!mergeInside(items[index], item, options)) items[index] = item
    }
    return true
  }
  if (!isRecord(there) || !isRecord(given) || given instanceof JsonText) return false
  mergeData(there, given, options)
  return true
}
