import type { EntityCache } from '../../cache/EntityCache.ts'
import { waitWithin } from '../../cache/waitWithin.ts'
import type { Fetch } from './Fetch.ts'
import type { Given } from './askAgency.ts'

export interface Directly {
  readonly agency: string
  readonly cache: EntityCache | undefined
  readonly ask: (fetch: Fetch) => Promise<Given>
}

/** Milliseconds that the cache has to take note of a mutation. */
const noteLimit = 50

/** Answers a fetch without the cache. A mutation makes old, as far as the store takes it, whatever its agency said before. */
export async function askDirectly(fetch: Fetch, { agency, cache, ask }: Directly): Promise<Given> {
  const given = await ask(fetch)
  if (fetch.shape.kind === 'mutation' && cache !== undefined) {
    await waitWithin(
      cache.invalidateAgency(agency).catch(() => undefined),
      noteLimit,
    )
  }
  return given
}
