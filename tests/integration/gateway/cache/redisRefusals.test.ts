import { expect, test } from '@jest/globals'
import { createRedisStore } from '../../../../gateway/cache/stores/createRedisStore.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { startRedis } from '../../../support/startRedis.ts'
import { until } from '../../../support/until.ts'

test('a Redis that is full from the start says so, although nothing is ever written that could be refused', async () => {
  const redis = await startRedis({ settings: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'] })
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const logger = createLogger({ name: 'test', level: 'debug', destination })
  const store = createRedisStore({ url: redis.url, logger })
  const { signal } = new AbortController()
  await until('it answers', async () => {
    const reading = await store.read({ entries: [], counters: ['counter'] }, signal).catch(() => undefined)
    return reading?.epochs.size === 0
  })
  expect(lines.filter((line) => line.includes('Redis refuses to keep'))).toEqual([
    expect.stringContaining('"refusal":"OOM"'),
  ])
  await store.close()
  await redis.stop()
})
