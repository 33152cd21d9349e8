import type { EntityCache } from '../cache/EntityCache.ts'
import { waitWithin } from '../cache/waitWithin.ts'
import type { RequestContext } from '../context.ts'
import type { Fetch } from './Fetch.ts'
import type { Given } from './askAgency.ts'
import type { Gathered } from './askThroughCache.ts'
import type { Origin } from './recordProvenance.ts'

export interface Directly {
  readonly agency: string
  readonly cache: EntityCache | undefined
  readonly context: RequestContext
  readonly ask: (fetch: Fetch) => Promise<Given>
}

/** Milliseconds that the cache has to take note of a mutation. */
const noteLimit = 50

/** Answers a fetch without the cache. A mutation makes old, as far as the store takes it, whatever its agency said before. */
export async function askDirectly(fetch: Fetch, { agency, cache, context, ask }: Directly): Promise<Gathered> {
  const { representations, shape } = fetch
  const { data, gaps, askedAt } = await ask(fetch)
  if (shape.kind === 'mutation' && cache !== undefined) {
    await waitWithin(
      cache.invalidateAgency(agency).catch(() => undefined),
      noteLimit,
    )
  }
  const types = shape.entityOf === undefined ? [shape.root.typeName] : representations.map((one) => one.__typename)
  const origin: Origin = { source: 'LIVE', asOf: askedAt }
  const origins = types.map((type) => {
    context.noteCache?.({ agency, type, source: 'live', why: 'uncached' })
    return origin
  })
  return { data, gaps, origins }
}
