import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { RequestContext } from '../context.ts'
import type { Executed } from '../execute/createExecutable.ts'
import type { Variables } from '../execute/Variables.ts'

/** An operation that was found valid. */
export interface ValidOperation {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
}

/** What runs operations on one supergraph. It never changes: another supergraph is another engine. */
export interface Engine {
  /** What clients see. */
  readonly schema: GraphQLSchema
  /** Rejects for nothing that an agency does. */
  readonly execute: (operation: ValidOperation, variables: Variables, context: RequestContext) => Promise<Executed>
  readonly stop: () => Promise<void>
}
