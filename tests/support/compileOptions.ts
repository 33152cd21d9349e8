import type { GraphQLSchema } from 'graphql'
import { shapeOfFetch } from '../../gateway/execute/shape/shapeOfFetch.ts'
import type { CompileOptions } from '../../gateway/execute/steps/CompileOptions.ts'

/** What a part of a plan is compiled with, on sources of a test. A text that does not matter may be empty. */
export function compileOptions(supergraph: GraphQLSchema, sourceOf: CompileOptions['sourceOf']): CompileOptions {
  return {
    supergraph,
    sourceOf,
    shapeOf: (query) => shapeOfFetch(supergraph, query === '' ? '{__typename}' : query),
    defaults: {},
  }
}
