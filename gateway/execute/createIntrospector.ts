import { TypeInfo, executeSync, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { Variables } from './Variables.ts'

/** What the schema says of itself, by the response keys of an operation's root. */
export type Introspector = (variables: Variables) => Readonly<Record<string, unknown>>

/** Makes the introspector of a valid document with one operation; undefined when it does not ask for the schema. */
export function createIntrospector(schema: GraphQLSchema, document: DocumentNode): Introspector | undefined {
  let asks = false
  const types = new TypeInfo(schema)
  const root = schema.getQueryType()
  const alone = visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        if (types.getParentType() !== root) return undefined
        const isOfSchema = name.value === '__schema' || name.value === '__type'
        asks ||= isOfSchema
        return isOfSchema ? false : null
      },
    }),
  )
  if (!asks) return undefined
  return function introspect(variableValues) {
    return executeSync({ schema, document: alone, variableValues }).data ?? {}
  }
}
