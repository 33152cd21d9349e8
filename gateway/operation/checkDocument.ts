import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { OperationLimits } from './OperationLimits.ts'
import { checkSize } from './checkSize.ts'
import { validateDocument } from './validateDocument.ts'

/** What documents are held to. */
export interface DocumentRules {
  readonly schema: GraphQLSchema
  readonly limits: OperationLimits
  /** Whether clients may see the schema: introspection, and details of what does not fit it. */
  readonly showsSchema: boolean
}

/** Throws a fault, or an AggregateError of faults, for a document that is too large or does not fit the schema. */
export function checkDocument(document: DocumentNode, { schema, limits, showsSchema }: DocumentRules): void {
  checkSize(document, limits)
  validateDocument(schema, document, showsSchema)
}
