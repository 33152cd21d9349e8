import type { Amount } from './Amount.ts'

const nothing: Amount = { total: 0, lists: new Map() }

/** A part that costs nothing. */
export function freePart(): Amount {
  return nothing
}
