import { buildASTSchema, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { EntityKeys } from '../../gateway/supergraph/EntityKeys.ts'
import { readEntityKeys } from '../../gateway/supergraph/readEntityKeys.ts'
import { composeSupergraph } from './composeSupergraph.ts'

export interface KeyedSchema {
  readonly schema: GraphQLSchema
  readonly entityKeys: EntityKeys
}

/** The supergraph of some subgraphs with the keys of its entities. */
export function entityKeysOf(subgraphs: Readonly<Record<string, string>>): KeyedSchema {
  const named = Object.entries(subgraphs).map(([name, sdl]) => ({ name, sdl, url: `http://${name}.test/graphql` }))
  const schema = buildASTSchema(parse(composeSupergraph(named)), { assumeValidSDL: true })
  return { schema, entityKeys: readEntityKeys(schema) }
}
