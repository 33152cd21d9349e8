import { Kind, TypeNameMetaFieldDef, getArgumentValues, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLField, GraphQLInputType, GraphQLOutputType, GraphQLSchema } from 'graphql'
import type { Fragments } from '../../document/Fragments.ts'
import { holdsForeignLiteral } from '../../document/holdsForeignLiteral.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import type { Variables } from '../Variables.ts'
import { readMark } from '../readMark.ts'
import type { LeafShape, SelectedField, Selection, SelectionSource, ValueShape } from './Selection.ts'
import type { SelectionMemory } from './createSelectionMemory.ts'
import { isShallow } from './isShallow.ts'
import { shapeOfType } from './shapeOfType.ts'
import { typeNamesOf } from './typeNamesOf.ts'

/** What a selection is read in. */
export interface SelectionScope {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
  /** Variables' defaults. */
  readonly defaults: Variables
  readonly memory: SelectionMemory
}

/** The places where one response key is selected. Validation has made sure that all of them are the same field. */
interface FieldSources {
  readonly node: FieldNode
  readonly parent: string
  readonly all: FieldNode[]
}

/** The selection that several selection sets on one object make together (GraphQL specification, 6.3.2). The same ones make the same. */
export function createSelection(sources: readonly SelectionSource[], scope: SelectionScope): Selection {
  return scope.memory.selectionOf(sources, () => makeSelection(sources, scope))
}

function makeSelection(sources: readonly SelectionSource[], scope: SelectionScope): Selection {
  const byType = new Map<string, readonly SelectedField[]>()
  return {
    fieldsOf(typeName) {
      const known = byType.get(typeName)
      if (known !== undefined) return known
      const found = new Map<string, FieldSources>()
      for (const source of sources) collect(source, typeName, { scope, found })
      const fields = [...found].map(([key, fieldSources]) => makeField(key, { ...fieldSources, typeName }, scope))
      if (scope.memory.room.take(fields.length + 1)) byType.set(typeName, fields)
      return fields
    },
  }
}

interface Collecting {
  readonly scope: SelectionScope
  readonly found: Map<string, FieldSources>
}

function collect(source: SelectionSource, typeName: string, { scope, found }: Collecting): void {
  for (const node of source.set.selections) {
    if (node.kind === Kind.FIELD) {
      const key = responseKeyOf(node)
      const sources = found.get(key) ?? { node, parent: source.parent, all: [] }
      sources.all.push(node)
      found.set(key, sources)
      continue
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : scope.fragments.get(node.name.value)
    const condition = fragment?.typeCondition?.name.value
    if (fragment === undefined) continue
    if (condition !== undefined && !typeNamesOf(scope.schema, condition).has(typeName)) continue
    collect({ set: fragment.selectionSet, parent: condition ?? source.parent }, typeName, { scope, found })
  }
}

interface MetField extends FieldSources {
  /** The type of the object. */
  readonly typeName: string
}

function makeField(key: string, { node, parent, all, typeName }: MetField, scope: SelectionScope): SelectedField {
  const { schema } = scope
  const { value: name } = node.name
  // The object's own type says more of a field than an interface under which it is selected: a narrower type, or that it is never null.
  const field = fieldOf(schema, typeName, name) ?? fieldOf(schema, parent, name)
  return {
    key,
    name,
    hasArguments: (node.arguments ?? []).length > 0,
    argumentsOf: argumentsOf(field, node, scope.defaults),
    // A field that the supergraph does not know: nobody but its agency can say what it looks like.
    value: field === undefined ? unknownLeaf : shapeOf(field.type, all, scope),
    mark: all.map(readMark).find((mark) => mark !== undefined),
  }
}

const unknownLeaf: LeafShape = {
  kind: 'leaf',
  nullable: true,
  accepts: isShallow,
  acceptsTexts: true,
  names: undefined,
  of: undefined,
}
const none: Arguments = {}

function argumentsOf(
  field: FieldDefinition | undefined,
  node: FieldNode,
  defaults: Variables,
): SelectedField['argumentsOf'] {
  if (field?.args.length === 0 && node.arguments?.length === 0) return () => none
  const names = new Set(field?.args.map(({ name }) => name))
  if (field === undefined || node.arguments?.some(({ name }) => !names.has(name.value)) === true) return () => undefined
  // What only its agency can read cannot be told from what is read alike.
  if (field.args.some(({ name, type }) => holdsForeign(node, name, type))) return () => undefined
  return function readArguments(variables) {
    try {
      return getArgumentValues(field, node, { ...defaults, ...variables })
    } catch {
      return undefined
    }
  }
}

function holdsForeign(node: FieldNode, name: string, type: GraphQLInputType): boolean {
  const given = node.arguments?.find((argument) => argument.name.value === name)
  return given !== undefined && holdsForeignLiteral(given.value, type)
}

function shapeOf(type: GraphQLOutputType, nodes: readonly FieldNode[], scope: SelectionScope): ValueShape {
  const parent = getNamedType(type).name
  // A fragment that is spread twice selects the same again.
  const sets = new Set(nodes.flatMap(({ selectionSet }) => selectionSet ?? []))
  const sources = Array.from(sets, (set) => ({ set, parent }))
  return shapeOfType(scope.schema, type, createSelection(sources, scope))
}

type FieldDefinition = GraphQLField<unknown, unknown>
type Arguments = Readonly<Record<string, unknown>>

function fieldOf(schema: GraphQLSchema, parent: string, name: string): FieldDefinition | undefined {
  if (name === '__typename') return TypeNameMetaFieldDef
  const type = schema.getType(parent)
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
}
