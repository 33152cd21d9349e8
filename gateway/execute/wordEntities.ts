import type { Wording } from './Wording.ts'

/** The wording of a fetch of entities: all representations in one list (Apollo Federation subgraph specification, `_entities`). */
export function wordEntities(query: string): Wording {
  return {
    write: (representations, variables) => ({ query, variables: { ...variables, representations } }),
    partsOf({ _entities: entities }, count) {
      return Array.isArray(entities) && entities.length === count ? entities : undefined
    },
    ownerOf([field, index, ...place], count) {
      const isOwned = field === '_entities' && typeof index === 'number' && index >= 0 && index < count
      return isOwned ? { index, place } : undefined
    },
  }
}
