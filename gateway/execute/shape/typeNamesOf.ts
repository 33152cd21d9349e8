import { isAbstractType, isInterfaceType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { oncePerObject } from '../../../platform/oncePerObject.ts'

/** One set for all fields of a type: an interface of hundreds has one as large at every place where it is selected. */
const known = oncePerObject((_schema: GraphQLSchema) => new Map<string, ReadonlySet<string>>())

/**
 * The names that an object of a type may give as its `__typename`: the type's own (an interface's too, which is what an
 * agency answers that knows it as an `@interfaceObject`), and those of the types it stands for.
 */
export function typeNamesOf(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  const before = known(schema).get(typeName)
  if (before !== undefined) return before
  const names = readNames(schema, typeName)
  // What the schema does not know is not remembered, for there is no end of it.
  if (schema.getType(typeName) !== undefined) known(schema).set(typeName, names)
  return names
}

function readNames(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  const type = schema.getType(typeName)
  if (!isAbstractType(type)) return new Set([typeName])
  const { objects, interfaces } = isInterfaceType(type)
    ? schema.getImplementations(type)
    : { objects: type.getTypes(), interfaces: [] }
  return new Set([typeName, ...objects.map(({ name }) => name), ...interfaces.map(({ name }) => name)])
}
