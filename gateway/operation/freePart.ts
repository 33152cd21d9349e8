import type { Amount, PricedPart } from './Amount.ts'
import { noLists } from './noLists.ts'

const nothing: Amount = { total: 0, lists: noLists }

/** A part that costs nothing. */
export const freePart: PricedPart = { isFixed: true, price: () => nothing }
