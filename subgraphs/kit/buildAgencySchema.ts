import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { isObjectType, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { scalars } from '../../schema/scalars/scalars.ts'
import { readSharedDefinitions } from '../../schema/shared/readSharedDefinitions.ts'
import type { Agency } from './Agency.ts'
import { checkArguments } from './checkArguments.ts'
import { checkReference } from './checkReference.ts'
import type { ReferenceResolver } from './checkReference.ts'

/**
 * The agency's executable subgraph schema: its SDL with what all share, and its resolvers behind checks of references and
 * arguments.
 */
export function buildAgencySchema({ folder, resolvers }: Pick<Agency, 'folder' | 'resolvers'>): GraphQLSchema {
  const sdl = readFileSync(join(folder, 'schema.graphql'), 'utf8')
  const schema = buildSubgraphSchema({
    typeDefs: parse(`${sdl}\n${readSharedDefinitions()}`),
    resolvers: {
      ...withCheckedReferences(resolvers),
      ...Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
    },
  })
  checkAllArguments(schema)
  return schema
}

/** Which fields have arguments is known only of the finished schema. References, an argument too, have a check of their own. */
function checkAllArguments(schema: GraphQLSchema): void {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    const { args, name, resolve } = field
    if (args.length > 0 && name !== '_entities' && resolve !== undefined) field.resolve = checkArguments(resolve)
  }
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
