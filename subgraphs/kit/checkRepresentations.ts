import { isInterfaceType, isUnionType } from 'graphql'
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { isRecord } from '../../platform/isRecord.ts'

interface Arguments {
  readonly representations: readonly unknown[]
}

type Resolver = GraphQLFieldResolver<unknown, unknown, Arguments>

/**
 * The resolver of `_entities`, behind a check: what stands for no entity of the schema is an error of that one. Apollo's would throw
 * on its way through the list and leave those before it to themselves, and where one of these is refused too, nobody hears of it,
 * which ends the process.
 */
export function checkRepresentations(resolve: Resolver): Resolver {
  return function resolveChecked(...[source, { representations }, context, info]) {
    function resolveOne(representation: unknown): unknown {
      if (!isEntity(representation, info.schema)) return fault('BAD_USER_INPUT', { argument: 'representations' })
      const resolved: unknown = resolve(source, { representations: [representation] }, context, info)
      const entities: readonly unknown[] = Array.isArray(resolved) ? resolved : []
      return entities[0]
    }
    return representations.map(resolveOne)
  }
}

function isEntity(representation: unknown, schema: GraphQLSchema): boolean {
  const name = isRecord(representation) ? representation['__typename'] : undefined
  const type = typeof name === 'string' ? schema.getType(name) : undefined
  const entity = schema.getType('_Entity')
  return isInterfaceType(type) || (isUnionType(entity) && entity.getTypes().some((known) => known === type))
}
