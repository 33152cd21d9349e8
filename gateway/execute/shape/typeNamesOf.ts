import { isAbstractType, isInterfaceType } from 'graphql'
import type { GraphQLSchema } from 'graphql'

/**
 * The names that an object of a type may give as its `__typename`: the type's own (an interface's too, which is what an
 * agency answers that knows it as an `@interfaceObject`), and those of the types it stands for.
 */
export function typeNamesOf(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  const type = schema.getType(typeName)
  if (!isAbstractType(type)) return new Set([typeName])
  const { objects, interfaces } = isInterfaceType(type)
    ? schema.getImplementations(type)
    : { objects: type.getTypes(), interfaces: [] }
  return new Set([typeName, ...objects.map(({ name }) => name), ...interfaces.map(({ name }) => name)])
}
