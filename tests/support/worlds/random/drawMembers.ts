import type { DrawnEntity, Layout, Members } from './DrawnGraph.ts'
import type { Luck } from './createLuck.ts'

/** What the union is made of, by agency: each may know other members. */
export function drawMembers({ oneIn }: Luck, { agencies }: Layout, entities: readonly DrawnEntity[]): Members {
  return new Map(
    agencies.map((agency) => {
      const some = entities.filter(({ at }) => at.has(agency) && oneIn(2)).map(({ name }) => name)
      return [agency, oneIn(2) || some.length === 0 ? [...some, 'V'] : some]
    }),
  )
}
