import type { DocumentNode } from 'graphql'
import type { OperationLimits } from './OperationLimits.ts'
import { countComparisons } from './countComparisons.ts'
import { measureDocument } from './measureDocument.ts'
import { tooLarge } from './tooLarge.ts'

/**
 * Selection sets that may be inside one another for each field inside a field that is allowed: its own, and those of three
 * fragments around it. Without this bound, fragments alone could be nested until the stack of whatever follows ends.
 */
const setsPerField = 4

/** Throws OPERATION_TOO_LARGE for a document that exceeds a limit. It runs before validation, which may cost more. */
export function checkSize(document: DocumentNode, limits: OperationLimits): void {
  const size = measureDocument(document)
  for (const measure of ['depth', 'fields', 'aliases', 'rootFields', 'directives'] as const) {
    if (size[measure] > limits[measure]) throw tooLarge(measure, limits[measure], size[measure])
  }
  if (size.nesting > limits.depth * setsPerField) throw tooLarge('depth', limits.depth)
  if (countComparisons(document, limits.comparisons) > limits.comparisons)
    throw tooLarge('comparisons', limits.comparisons)
}
