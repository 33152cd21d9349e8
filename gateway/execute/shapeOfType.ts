import { isEnumType, isLeafType, isListType, isNonNullType } from 'graphql'
import type { GraphQLLeafType, GraphQLOutputType, GraphQLSchema } from 'graphql'
import type { Selection, ValueShape } from './Selection.ts'
import { typeNamesOf } from './typeNamesOf.ts'

/** What a value of a type must look like, with the selection made of its objects. */
export function shapeOfType(schema: GraphQLSchema, type: GraphQLOutputType, selection: Selection): ValueShape {
  if (isNonNullType(type)) return { ...shapeOfType(schema, type.ofType, selection), nullable: false }
  if (isListType(type)) return { kind: 'list', nullable: true, item: shapeOfType(schema, type.ofType, selection) }
  if (isLeafType(type)) {
    const accepts = acceptorOf(type)
    return { kind: 'leaf', nullable: true, accepts, acceptsTexts: !isEnumType(type) && accepts('') }
  }
  return { kind: 'object', nullable: true, typeName: type.name, typeNames: typeNamesOf(schema, type.name), selection }
}

/** The values that the engine takes for a leaf; another scalar's are its agency's to know. */
function acceptorOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name))
    return (value) => names.has(value)
  }
  return acceptors.get(type.name) ?? (() => true)
}

const acceptors: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['Int', Number.isSafeInteger],
  ['Float', (value) => typeof value === 'number'],
  ['String', (value) => typeof value === 'string'],
  ['ID', (value) => typeof value === 'string' || Number.isSafeInteger(value)],
  ['Boolean', (value) => typeof value === 'boolean'],
])
