import { isRecord } from '../agency/isRecord.ts'

/**
 * Merges what an agency answered into what is there, in place. Objects are merged by key, lists of one length by position. Where
 * the agency left gaps, its nulls say nothing, and take nothing away.
 */
export function mergeData(
  target: Record<string, unknown>,
  source: Readonly<Record<string, unknown>>,
  hasGaps = false,
): void {
  for (const key of Object.keys(source)) {
    const given = source[key]
    const there = Object.hasOwn(target, key) ? target[key] : undefined
    const saysNothing = hasGaps && given === null && there !== undefined
    if (!saysNothing && !mergeInside(there, given)) target[key] = given
  }
}

/** Whether both are of a kind and have become one. */
function mergeInside(there: unknown, given: unknown): boolean {
  if (there === given) return true
  if (Array.isArray(there)) {
    if (!Array.isArray(given) || there.length !== given.length) return false
    const items: unknown[] = there
    const givenItems: readonly unknown[] = given
    for (const [index, item] of givenItems.entries()) {
      if (!mergeInside(items[index], item)) items[index] = item
    }
    return true
  }
  if (!isRecord(there) || !isRecord(given)) return false
  mergeData(there, given)
  return true
}
