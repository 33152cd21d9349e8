import { Kind, OperationTypeNode, getOperationAST, isInputType, parse, typeFromAST, valueFromAST, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { FetchShape } from './FetchShape.ts'
import type { ObjectShape } from './Selection.ts'
import { createSelection } from './createSelection.ts'
import type { SelectionScope, SelectionSource } from './createSelection.ts'
import { typeNamesOf } from './typeNamesOf.ts'

/** Reads the text of a fetch against the supergraph, once for all its calls. The text has one operation, as a plan makes it. */
export function compileFetch(schema: GraphQLSchema, text: string): FetchShape {
  const document = parse(text, { noLocation: true })
  const operation = getOperationAST(document)
  if (!operation) throw new Error('A fetch has one operation.')
  const scope = scopeOf(schema, document, operation)
  const rootName = schema.getRootType(operation.operation)?.name ?? ''
  const source: SelectionSource = { set: operation.selectionSet, parent: rootName, when: [] }
  return {
    kind: operation.operation === OperationTypeNode.QUERY ? 'query' : 'mutation',
    root: shapeOfObject(rootName, [source], scope),
    entityOf: entityShapes(operation, scope),
    keys: responseKeys(document),
    usesVariables: usesVariables(operation),
    isPlain: isPlain(document, operation, scope),
  }
}

function scopeOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): SelectionScope {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const defaults: Record<string, unknown> = {}
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const known = typeFromAST(schema, type)
    if (isInputType(known) && defaultValue !== undefined)
      defaults[variable.name.value] = valueFromAST(defaultValue, known)
  }
  return { schema, defaults, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) }
}

function shapeOfObject(typeName: string, sources: readonly SelectionSource[], scope: SelectionScope): ObjectShape {
  const typeNames = typeNamesOf(scope.schema, typeName)
  return { kind: 'object', nullable: true, typeName, typeNames, selection: createSelection(sources, scope) }
}

/** `_entities` is the one field of a fetch that is no part of the supergraph (Apollo Federation subgraph specification). */
function entityShapes(operation: OperationDefinitionNode, scope: SelectionScope): FetchShape['entityOf'] {
  const sources = operation.selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD && node.name.value === '_entities' && node.selectionSet !== undefined
      ? [{ set: node.selectionSet, parent: '', when: [] }]
      : [],
  )
  if (sources.length === 0) return undefined
  const byType = new Map<string, ObjectShape>()
  return function entityOf(typeName) {
    const known = byType.get(typeName)
    if (known !== undefined) return known
    const shape = shapeOfObject(typeName, sources, scope)
    byType.set(typeName, shape)
    return shape
  }
}

function responseKeys(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>()
  visit(document, {
    Field({ alias, name }) {
      keys.add(alias?.value ?? name.value)
    },
  })
  return keys
}

function usesVariables(operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).some(({ variable }) => variable.name.value !== 'representations')
}

const known = ['skip', 'include']

function isPlain(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  { defaults }: SelectionScope,
): boolean {
  let plain = variableDefinitions.every(
    ({ variable, defaultValue }) => defaultValue === undefined || defaults[variable.name.value] !== undefined,
  )
  visit(document, {
    Directive({ name }) {
      plain &&= known.includes(name.value)
    },
  })
  return plain
}
