import { isRecord } from '../../../platform/isRecord.ts'
import type { Place } from '../../disclose/Place.ts'

/** Takes an object that was found; `at` is where, and holds only during the call. */
export type Find = (object: Record<string, unknown>, at: Place) => void

/**
 * Finds the objects at a path of a plan, in order: response keys, and `@` for each item of a list. Nothing stands where a
 * value is null or not there.
 */
export function findObjects(data: unknown, path: readonly string[], find: Find): void {
  walk(data, 0)

  function walk(value: unknown, depth: number, at: (string | number)[] = []): void {
    if (Array.isArray(value)) {
      // A list of lists has an `@` for each.
      const next = path[depth] === '@' ? depth + 1 : depth
      for (let index = 0; index < value.length; index += 1) {
        at.push(index)
        walk(value[index], next, at)
        at.pop()
      }
      return
    }
    if (!isRecord(value)) return
    const key = path[depth]
    if (key === undefined) {
      find(value, at)
      return
    }
    if (!Object.hasOwn(value, key)) return
    at.push(key)
    walk(value[key], depth + 1, at)
    at.pop()
  }
}
