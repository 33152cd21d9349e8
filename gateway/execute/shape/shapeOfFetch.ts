import { Kind, OperationTypeNode, isInputType, parse, typeFromAST, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { holdsForeignLiteral } from '../../document/holdsForeignLiteral.ts'
import { responseKeys } from '../../document/responseKeys.ts'
import type { FetchShape } from './FetchShape.ts'
import type { ObjectShape } from './Selection.ts'
import type { FieldRoom } from './createFieldRoom.ts'
import type { SelectionScope } from './createSelection.ts'
import { shapeOfObject } from './shapeOfObject.ts'
import { shapeOfOperation } from './shapeOfOperation.ts'

/** The shape of a fetch, from its text and the supergraph, once for all its calls. The text has one operation, as a plan makes it. */
export function shapeOfFetch(supergraph: GraphQLSchema, text: string, room?: FieldRoom): FetchShape {
  const document = parse(text, { noLocation: true })
  const { operation, scope, root } = shapeOfOperation(supergraph, document, room)
  const entityOf = entityShapes(operation, scope)
  return {
    kind: operation.operation === OperationTypeNode.QUERY ? 'query' : 'mutation',
    root,
    isOfEntities: entityOf !== undefined,
    shapeOf: entityOf ?? (() => root),
    keys: responseKeys(document),
    usesVariables: usesVariables(operation),
    isPlain: isPlain(document, operation, scope),
    document,
  }
}

/** `_entities` is the one field of a fetch that is no part of the supergraph (Apollo Federation subgraph specification). */
function entityShapes(operation: OperationDefinitionNode, scope: SelectionScope): FetchShape['shapeOf'] | undefined {
  const sources = operation.selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD && node.name.value === '_entities' && node.selectionSet !== undefined
      ? [{ set: node.selectionSet, parent: '' }]
      : [],
  )
  if (sources.length === 0) return undefined
  const byType = new Map<string, ObjectShape>()
  return function entityOf({ __typename }) {
    const typeName = String(__typename)
    const known = byType.get(typeName)
    if (known !== undefined) return known
    const shape = shapeOfObject(typeName, sources, scope)
    byType.set(typeName, shape)
    return shape
  }
}

function usesVariables(operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).some(({ variable }) => variable.name.value !== 'representations')
}

function isPlain(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { schema, defaults }: SelectionScope,
): boolean {
  let plain = variableDefinitions.every(({ variable, type: typeNode, defaultValue }) => {
    if (defaultValue === undefined) return true
    const type = typeFromAST(schema, typeNode)
    const isReadable = isInputType(type) && !holdsForeignLiteral(defaultValue, type)
    return isReadable && defaults[variable.name.value] !== undefined
  })
  visit(document, {
    Directive() {
      plain = false
    },
  })
  return plain
}
