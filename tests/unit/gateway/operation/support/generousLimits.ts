import type { OperationLimits } from '../../../../../gateway/operation/OperationLimits.ts'

/** The limits of a gateway whose operator sets none. */
export const generousLimits: OperationLimits = {
  tokens: 5_000,
  lines: 5_000,
  depth: 16,
  fields: 1_000,
  aliases: 100,
  rootFields: 20,
  directives: 100,
  comparisons: 10_000,
  cost: 10_000,
  pageSize: 100,
}
