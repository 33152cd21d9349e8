import { isAbstractType } from 'graphql'
import type { GraphQLCompositeType, GraphQLObjectType, GraphQLSchema } from 'graphql'

/** The types that an object of a type may have. */
export function objectsOf(type: GraphQLCompositeType, schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
}
