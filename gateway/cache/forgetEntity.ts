import { setTimeout as pause } from 'node:timers/promises'
import type { EntityCache, EntityTag } from './EntityCache.ts'

export interface ForgetOptions {
  readonly cache: Pick<EntityCache, 'invalidate'>
  /** Milliseconds after which it is not tried again. */
  readonly limit: number
}

/** Milliseconds between two tries. */
const rest = 50

/**
 * Makes everything unreadable that is kept of an entity, and tries again while the store does not take it, since it may
 * not even be connected yet. Rejects as the last try did.
 */
export async function forgetEntity(tag: EntityTag, { cache, limit }: ForgetOptions): Promise<void> {
  const end = performance.now() + limit
  for (;;) {
    try {
      await cache.invalidate([tag])
      return
    } catch (error) {
      if (performance.now() + rest >= end) throw error
    }
    await pause(rest)
  }
}
