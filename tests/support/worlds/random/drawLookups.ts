import type { DrawnEntity, DrawnLookup } from './DrawnGraph.ts'
import type { Luck } from './createLuck.ts'

/** In a third of the graphs, root fields that find entities by keys of plain values. */
export function drawLookups({ oneIn }: Luck, entities: readonly DrawnEntity[]): readonly DrawnLookup[] {
  if (!oneIn(3)) return []
  return entities.flatMap(({ name: type, at }) =>
    [...at].flatMap(([agency, keys]) =>
      keys
        .filter((key) => !key.includes('{') && oneIn(2))
        .map((key) => key.split(' '))
        .map((key) => ({ agency, type, key, name: ['find', agency, type, ...key].join('_') })),
    ),
  )
}
