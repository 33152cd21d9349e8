import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { fetchesIn } from '../../execute/fetchesIn.ts'
import type { Read } from './readsOf.ts'
import type { Settling } from './Settling.ts'
import { createGivers } from './createGivers.ts'
import { mapFetches } from './mapFetches.ts'
import { readsOf } from './readsOf.ts'

/**
 * A plan in which nobody is left out for what others have to tell. Where an agency knows an interface as an object, and what one of its
 * fields requires is asked of some types alone, a fetch of that field and of one that all are wanted of would name no others.
 */
export function splitUneven(plan: PlanNode, { supergraph, gives, divide }: Settling): PlanNode {
  const all = fetchesIn(plan)
  const giversOf = createGivers(all, gives)

  function split(fetch: FetchPlan): PlanNode {
    const whole = readsOf(fetch, supergraph)
    // Who are of one type are all asked for the same.
    if (whole.length < 2) return fetch
    const isTold = (reads: readonly Read[]): boolean =>
      reads.every((read) => giversOf(read).some((one) => one !== fetch))
    const divided = divide(fetch)
    // Each part tells of the same types, in the same order, though not as much.
    const isMore = fetchesIn(divided).some((part) =>
      readsOf(part, supergraph).some((reads, index) => isTold(reads) && !isTold(whole[index] ?? [])),
    )
    return isMore ? divided : fetch
  }
  return all.length < 2 ? plan : mapFetches(plan, split)
}
