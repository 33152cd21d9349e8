import type { DocumentNode } from 'graphql'
import { measureDocument } from './measureDocument.ts'
import type { OperationLimits } from './OperationLimits.ts'
import { tooLarge } from './tooLarge.ts'

/** Throws OPERATION_TOO_LARGE for a document that exceeds a limit. It runs before validation, which may cost more. */
export function checkSize(document: DocumentNode, limits: OperationLimits): void {
  const size = measureDocument(document)
  for (const measure of ['depth', 'fields', 'aliases', 'rootFields', 'directives'] as const) {
    if (size[measure] > limits[measure]) throw tooLarge(measure, limits[measure])
  }
}
