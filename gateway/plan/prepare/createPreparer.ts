import type { GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { ValidOperation } from '../../document/ValidOperation.ts'
import type { Variables } from '../../execute/Variables.ts'
import { createConditionSettler } from './createConditionSettler.ts'
import { createFlattener } from './createFlattener.ts'
import { createResponseKeys } from './createResponseKeys.ts'
import { prepareOperation } from './prepareOperation.ts'
import type { PreparedOperation } from './prepareOperation.ts'

/** What an operation with these variables is for an engine; the same object where their conditions are the same. */
export type Preparer = (operation: ValidOperation, variables: Variables) => PreparedOperation

/** Makes the preparer of a supergraph, given the schema that clients see, too. */
export function createPreparer(schema: GraphQLSchema, supergraph: GraphQLSchema): Preparer {
  const keys = createResponseKeys(supergraph)
  const settle = createConditionSettler()
  const flatten = createFlattener(supergraph)
  const known = new WeakMap<OperationDefinitionNode, PreparedOperation>()
  return function prepare(operation, variables) {
    const settled = settle(operation, variables)
    const prepared = known.get(settled.definition) ?? prepareOperation(flatten(settled), { schema, keys })
    known.set(settled.definition, prepared)
    return prepared
  }
}
