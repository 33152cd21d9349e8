import type { GraphQLSchema } from 'graphql'
import type { CompileOptions } from '../../gateway/execute/CompileOptions.ts'
import { compileFetch } from '../../gateway/execute/compileFetch.ts'

/** What a part of a plan is compiled with, on sources of a test. A text that does not matter may be empty. */
export function compileOptions(schema: GraphQLSchema, sourceOf: CompileOptions['sourceOf']): CompileOptions {
  return {
    schema,
    sourceOf,
    shapeOf: (query) => compileFetch(schema, query === '' ? '{__typename}' : query),
    defaults: {},
  }
}
