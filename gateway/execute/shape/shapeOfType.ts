import { isEnumType, isLeafType, isListType, isNonNullType } from 'graphql'
import type { GraphQLLeafType, GraphQLOutputType, GraphQLSchema } from 'graphql'
import type { LeafShape, Selection, ValueShape } from './Selection.ts'
import { isShallow } from './isShallow.ts'
import { typeNamesOf } from './typeNamesOf.ts'

/** What a value of a type must look like, with the selection made of its objects. */
export function shapeOfType(schema: GraphQLSchema, type: GraphQLOutputType, selection: Selection): ValueShape {
  if (isNonNullType(type)) return { ...shapeOfType(schema, type.ofType, selection), nullable: false }
  if (isListType(type)) return { kind: 'list', nullable: true, item: shapeOfType(schema, type.ofType, selection) }
  if (isLeafType(type)) return shapeOfLeaf(type)
  return { kind: 'object', nullable: true, typeName: type.name, typeNames: typeNamesOf(schema, type.name), selection }
}

/** The values that the engine takes for a leaf; another scalar's are its agency's to know. */
function shapeOfLeaf(type: GraphQLLeafType): LeafShape {
  if (isEnumType(type)) {
    const names = type.getValues().map(({ name }) => name)
    const known = new Set<unknown>(names)
    const accepts = (value: unknown): boolean => known.has(value)
    // It differs from one schema to another where clients may not see all of them.
    const of = [type.name, ...names].join(' ')
    return { kind: 'leaf', nullable: true, accepts, acceptsTexts: false, names, of }
  }
  const accepts = acceptors.get(type.name) ?? isShallow
  return { kind: 'leaf', nullable: true, accepts, acceptsTexts: accepts(''), names: undefined, of: type.name }
}

const acceptors: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['Int', Number.isSafeInteger],
  // JSON has numbers beyond those that a Float has.
  ['Float', Number.isFinite],
  ['String', (value) => typeof value === 'string'],
  ['ID', (value) => typeof value === 'string' || Number.isSafeInteger(value)],
  ['Boolean', (value) => typeof value === 'boolean'],
])
