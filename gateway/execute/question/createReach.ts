import { getNamedType, isAbstractType, isObjectType } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'

/**
 * The entities that a root field is about, by name of the field: those that are met first on the ways from it, and all
 * where it leads to none, for it may count any of them.
 */
export type Reach = (rootField: string) => ReadonlySet<string>

/** Makes the reach of the query fields of a supergraph. A count or a page stands between a field and the entities it tells of. */
export function createReach(supergraph: GraphQLSchema, isEntity: (typeName: string) => boolean): Reach {
  const known = new Map<string, ReadonlySet<string>>()
  const everyEntity = new Set(Object.keys(supergraph.getTypeMap()).filter(isEntity))

  function walk(type: GraphQLNamedType, met: Set<string>, entities: Set<string>): void {
    if (met.has(type.name)) return
    met.add(type.name)
    if (isEntity(type.name)) entities.add(type.name)
    else if (isAbstractType(type)) for (const one of supergraph.getPossibleTypes(type)) walk(one, met, entities)
    else if (isObjectType(type))
      for (const field of Object.values(type.getFields())) walk(getNamedType(field.type), met, entities)
  }

  return function reachOf(rootField) {
    const found = known.get(rootField)
    if (found !== undefined) return found
    const type = supergraph.getQueryType()?.getFields()[rootField]?.type
    const entities = new Set<string>()
    if (type !== undefined) walk(getNamedType(type), new Set(), entities)
    const about = entities.size === 0 ? everyEntity : entities
    known.set(rootField, about)
    return about
  }
}
