import type { Variables } from '../execute/Variables.ts'

/** What a part of an operation costs. The lists directly in it are told apart: the field around it may know how long they are. */
export interface Amount {
  readonly total: number
  readonly lists: ReadonlyMap<string, ListAmount>
}

/** What a list costs for one entry, and for as many as it may have by itself. */
export interface ListAmount {
  readonly unit: number
  readonly total: number
}

/** A request whose cost is worked out. */
export interface PricedRequest {
  readonly variables: Variables
  /** What fragments cost in it. */
  readonly fragments: Map<string, Amount>
}

/** A compiled part of an operation. */
export interface PricedPart {
  /** Whether no variable has a say in what it costs. */
  readonly isFixed: boolean
  readonly price: (request: PricedRequest) => Amount
}
