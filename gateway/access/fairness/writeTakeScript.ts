import type { FairnessLimits } from './FairnessLimits.ts'

/**
 * The script by which `RateLimiterRedis` counts one request, in place of its own, whose windows let twice as much through
 * where two of them meet: a bucket (GCRA) by the clock of Redis, in microseconds. Answers what is used of the burst, more
 * than all of it where the request is refused, and then the milliseconds until one may come. A clock that was set back costs a
 * client no more than an empty bucket.
 */
export function writeTakeScript({
  requestsPerSecond,
  burst,
}: Pick<FairnessLimits, 'requestsPerSecond' | 'burst'>): string {
  return `
local cost, burst = ${1_000_000 / requestsPerSecond}, ${burst}
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local due = math.min(math.max(tonumber(redis.call('GET', KEYS[1])) or 0, now), now + burst * cost)
local wait = due + cost - now - burst * cost
local isRefused = wait >= 1
if not isRefused then due = due + cost end
redis.call('SET', KEYS[1], string.format('%.0f', due), 'PX', math.ceil((due - now) / 1000))
if isRefused then return { burst + 1, math.ceil(wait / 1000) } end
return { math.ceil((due - now) / cost), 0 }
`
}
