import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { scalars } from '../../schema/scalars/scalars.ts'
import { readSharedDefinitions } from '../../schema/shared/readSharedDefinitions.ts'
import type { Agency } from './Agency.ts'
import { checkReference } from './checkReference.ts'
import type { ReferenceResolver } from './checkReference.ts'

/** The agency's executable subgraph schema: its SDL with what all share, and its resolvers behind checked references. */
export function buildAgencySchema({ folder, resolvers }: Pick<Agency, 'folder' | 'resolvers'>): GraphQLSchema {
  const sdl = readFileSync(join(folder, 'schema.graphql'), 'utf8')
  return buildSubgraphSchema({
    typeDefs: parse(`${sdl}\n${readSharedDefinitions()}`),
    resolvers: {
      ...withCheckedReferences(resolvers),
      ...Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
    },
  })
}

function withCheckedReferences(resolvers: object): object {
  const ofTypes = Object.entries<object>({ ...resolvers })
  return Object.fromEntries(ofTypes.map(([type, ofType]) => [type, withCheckedReference(ofType)]))
}

function withCheckedReference(ofType: object): object {
  return hasReference(ofType) ? { ...ofType, __resolveReference: checkReference(ofType.__resolveReference) } : ofType
}

function hasReference(ofType: object): ofType is { readonly __resolveReference: ReferenceResolver } {
  return '__resolveReference' in ofType
}
