import type { Amount } from './Amount.ts'
import { noLists } from './noLists.ts'

const nothing: Amount = { total: 0, lists: noLists }

/** A part that costs nothing. */
export function freePart(): Amount {
  return nothing
}
