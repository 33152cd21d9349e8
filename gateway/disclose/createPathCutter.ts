import type { ValidOperation } from '../document/ValidOperation.ts'
import { createSelectsPath } from '../document/createSelectsPath.ts'
import type { Place } from './Place.ts'
import { lengthToNull } from './lengthToNull.ts'

/**
 * A path in the answer, or below one of its nulls, as far as the client knows it: what only agencies need of each other can be missing
 * below a null as well, and its names are not the client's. Such a path ends at the null.
 */
export type PathCutter = (data: unknown, path: Place) => Place

/** Makes the cutter of an operation's paths. */
export function createPathCutter(operation: ValidOperation): PathCutter {
  const selectsPath = createSelectsPath(operation)
  return function cutPath(data, path) {
    const length = lengthToNull(data, path)
    if (length === undefined) return path
    return selectsPath(path.filter((step) => typeof step === 'string')) ? path : path.slice(0, length)
  }
}
