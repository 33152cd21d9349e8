import { getOperationAST, isInputType, typeFromAST, valueFromAST } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import type { ObjectShape } from './Selection.ts'
import type { FieldRoom } from './createFieldRoom.ts'
import type { SelectionScope } from './createSelection.ts'
import { createSelectionMemory } from './createSelectionMemory.ts'
import { shapeOfObject } from './shapeOfObject.ts'

/** What is known of an operation from its document and a schema. */
export interface OperationShape {
  readonly operation: OperationDefinitionNode
  readonly scope: SelectionScope
  readonly root: ObjectShape
}

/** Reads a document with one operation against a schema. What is remembered of it takes of the room given, or has its own. */
export function shapeOfOperation(schema: GraphQLSchema, document: DocumentNode, room?: FieldRoom): OperationShape {
  const operation = getOperationAST(document)
  if (!operation) throw new Error('There has to be one operation.')
  const scope = { ...scopeOf(schema, document, operation), memory: createSelectionMemory(room) }
  const rootName = schema.getRootType(operation.operation)?.name ?? ''
  const root = shapeOfObject(rootName, [{ set: operation.selectionSet, parent: rootName }], scope)
  return { operation, scope, root }
}

function scopeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Omit<SelectionScope, 'memory'> {
  // Without a prototype: no variable has a default by its name alone.
  const defaults: Record<string, unknown> = { __proto__: null }
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const known = typeFromAST(schema, type)
    if (isInputType(known) && defaultValue !== undefined)
      defaults[variable.name.value] = valueFromAST(defaultValue, known)
  }
  return { schema, defaults, fragments: fragmentsOf(document) }
}
