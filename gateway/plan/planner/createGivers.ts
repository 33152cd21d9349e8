import type { FetchPlan } from '../../execute/PlanNode.ts'
import { withoutItems } from '../../execute/withoutItems.ts'
import type { Giving } from './createGiving.ts'
import type { Read } from './readsOf.ts'

/** Finds the fetches of a plan that ask for a value. */
export type Givers = (read: Read) => readonly FetchPlan[]

/** Makes what finds them among these, of which there may be thousands: it looks at those alone that stand on the way to the value. */
export function createGivers(fetches: readonly FetchPlan[], gives: Giving): Givers {
  const byPlace = Map.groupBy(fetches, ({ path }) => withoutItems(path).join(' '))
  return function giversOf(read) {
    const keys = read.map(({ key }) => key)
    return keys.flatMap((_, length) =>
      (byPlace.get(keys.slice(0, length).join(' ')) ?? []).filter((fetch) => gives(fetch, read)),
    )
  }
}
