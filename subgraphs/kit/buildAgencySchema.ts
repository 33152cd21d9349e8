import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { Source, concatAST, isObjectType, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { scalars } from '../../schema/scalars/scalars.ts'
import { readSharedDefinitions } from '../../schema/shared/readSharedDefinitions.ts'
import type { Agency } from './Agency.ts'
import { checkArguments } from './checkArguments.ts'
import { checkReference } from './checkReference.ts'
import type { ReferenceResolver } from './checkReference.ts'
import { checkRepresentations } from './checkRepresentations.ts'
import { describeSdlError } from './describeSdlError.ts'

const file = 'schema.graphql'

/**
 * The agency's executable subgraph schema: its SDL with what all share, and its resolvers behind checks of references and
 * arguments. Throws an EnvironmentError that names the agency and says what is wrong with its SDL.
 */
export function buildAgencySchema(agency: Pick<Agency, 'name' | 'folder' | 'resolvers'>): GraphQLSchema {
  const schema = buildSchema(agency)
  checkAllArguments(schema)
  return schema
}

function buildSchema({ name, folder, resolvers }: Pick<Agency, 'name' | 'folder' | 'resolvers'>): GraphQLSchema {
  const sdl = readFileSync(join(folder, file), 'utf8')
  try {
    // Parsed apart, so that each line is that of its file.
    const [own, shared] = [new Source(sdl, file), new Source(readSharedDefinitions(), 'what all agencies share')]
    return buildSubgraphSchema({
      typeDefs: concatAST([parse(own), parse(shared)]),
      resolvers: {
        ...withCheckedReferences(resolvers),
        ...Object.fromEntries(scalars.map((scalar) => [scalar.name, scalar])),
      },
    })
  } catch (error) {
    const mistakes = describeSdlError(error)
    if (mistakes === undefined) throw error
    throw new EnvironmentError(`${name} cannot start: its SDL is no subgraph's. ${mistakes}`, { cause: error })
  }
}

/** Which fields have arguments is known only of the finished schema. References, an argument too, have checks of their own. */
function checkAllArguments(schema: GraphQLSchema): void {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  for (const field of types.flatMap((type) => Object.values(type.getFields()))) {
    const { args, name, resolve } = field
    if (args.length === 0 || resolve === undefined) continue
    field.resolve = name === '_entities' ? checkRepresentations(resolve) : checkArguments(resolve)
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
