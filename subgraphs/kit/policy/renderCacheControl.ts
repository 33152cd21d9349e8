import { secondsLeftInWita } from '../calendar/secondsLeftInWita.ts'
import type { CachePolicy } from './CachePolicy.ts'

/** Seconds that an answer may take on its way, so that one for today is not counted from after midnight. */
const onTheWay = 5

/**
 * The `cache-control` header for an answer that was begun at `now` (milliseconds): `max-age` and `stale-if-error` in seconds
 * (RFC 9111, RFC 5861), or `no-store` where it must not be kept.
 */
export function renderCacheControl(policy: CachePolicy | null, now: number): string {
  if (policy === null) return 'no-store'
  const today = policy.daily ? secondsLeftInWita(now) - onTheWay : Infinity
  const maxAge = Math.min(policy.maxAge, today)
  if (maxAge <= 0) return 'no-store'
  const stale = policy.liveRequired ? 0 : policy.staleIfError
  return stale === 0 ? `max-age=${maxAge}` : `max-age=${maxAge}, stale-if-error=${stale}`
}
