import type { GraphQLSchema } from 'graphql'
import type { RequestContext } from '../context.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import type { Variables } from '../execute/Variables.ts'
import type { Executed } from '../execute/createExecutable.ts'
import type { PreparedOperation } from './prepare/prepareOperation.ts'

/** An operation that there is a plan for, with nothing of any request that asked for it. */
export type PlannedOperation = Pick<PreparedOperation, 'text' | 'document' | 'planned' | 'clientKeys'>

/** What runs operations on one supergraph. It never changes: another supergraph is another engine. */
export interface Engine {
  /** What clients see. */
  readonly schema: GraphQLSchema
  /** Rejects for nothing that an agency does. */
  readonly execute: (operation: ValidOperation, variables: Variables, context: RequestContext) => Promise<Executed>
  /** What it has plans for, the latest used first. */
  readonly planned: () => readonly PlannedOperation[]
  /** Plans operations, of another engine too, as far as they are valid here and time goes, ten seconds at most, the first ones first. */
  readonly warm: (operations: readonly (ValidOperation | PlannedOperation)[], signal: AbortSignal) => Promise<void>
  readonly stop: () => Promise<void>
}
