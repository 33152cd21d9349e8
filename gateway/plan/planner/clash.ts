import type { Need } from './Need.ts'

/** Whether no representation can hold what both need: an agency calls it the same, and it is not. */
export function clash(some: readonly Need[], others: readonly Need[]): boolean {
  return some.some(({ path, key, types }) =>
    others.some(
      (other) => path === other.path && key !== other.key && [...types].some((type) => other.types.has(type)),
    ),
  )
}
