import type { AgencyCall } from '../agency/AgencyCall.ts'
import type { Joining } from './Joining.ts'

/** Joins calls for entities: one list of representations, of which each call has a stretch. */
export function joinEntities(first: AgencyCall, calls: readonly AgencyCall[]): Joining {
  const lists = calls.map(({ variables: { representations } }): readonly unknown[] =>
    Array.isArray(representations) ? representations : [],
  )
  const representations = lists.flat()
  const starts = startsOf(lists)
  return {
    query: first.query,
    variables: { ...first.variables, representations },
    isWhole: ({ _entities: entities }) => Array.isArray(entities) && entities.length === representations.length,
    dataOf({ _entities: entities }, index) {
      const from = starts[index] ?? 0
      return { _entities: Array.isArray(entities) ? entities.slice(from, from + (lists[index]?.length ?? 0)) : null }
    },
    ownerOf(error) {
      const [field, position, ...rest] = error.path ?? []
      if (field !== '_entities' || typeof position !== 'number' || !(position in representations)) return undefined
      // An empty list begins where the next one does.
      const index = starts.findLastIndex((start) => start <= position)
      return { index, error: { ...error, path: ['_entities', position - (starts[index] ?? 0), ...rest] } }
    },
  }
}

/** The position at which each list begins in all of them. */
function startsOf(lists: readonly (readonly unknown[])[]): readonly number[] {
  let next = 0
  return lists.map(({ length }) => {
    next += length
    return next - length
  })
}
