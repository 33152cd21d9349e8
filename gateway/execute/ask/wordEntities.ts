import type { Wording } from './Wording.ts'

/** What stands before the first of them. */
const head = '{"data":{"_entities":['

/** The wording of a fetch of entities: all representations in one list (Apollo Federation subgraph specification, `_entities`). */
export function wordEntities(query: string): Wording {
  return {
    write: (representations, variables) => ({ query, variables: { ...variables, representations } }),
    read(cursor, representations, { readerOf }) {
      const entities: unknown[] = []
      for (const representation of representations) {
        const entity = cursor.take(entities.length === 0 ? head : ',') ? readerOf(representation)?.(cursor) : undefined
        if (entity === undefined) return undefined
        entities.push(entity)
      }
      return cursor.take(']}}') && cursor.isAtEnd() ? { _entities: entities } : undefined
    },
    partsOf({ _entities: entities }, count) {
      return Array.isArray(entities) && entities.length === count ? entities : undefined
    },
    ownerOf([field, index, ...place], count) {
      const isOwned = field === '_entities' && typeof index === 'number' && index >= 0 && index < count
      return isOwned ? { index, place } : undefined
    },
  }
}
