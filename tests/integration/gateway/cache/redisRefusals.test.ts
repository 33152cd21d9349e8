import { expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { createRedisStore } from '../../../../gateway/cache/stores/createRedisStore.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { recordLines } from '../../../support/recordLines.ts'
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

test('a Redis without a database of that number is not used at all, and says so once', async () => {
  const redis = await startRedis({ settings: ['--databases', '2'] })
  const { logger, lines } = recordLines()
  const store = createRedisStore({ url: `${redis.url}/2`, logger })
  const operator = new Redis(redis.port, '127.0.0.1')
  const { signal } = new AbortController()
  const entry = { key: 'kept', value: Buffer.from('kept'), milliseconds: 60_000 }
  await until('it was refused three times', async () => {
    await expect(store.write([entry], signal)).rejects.toThrow('no connection')
    await expect(store.read({ entries: ['kept'], counters: ['counter'] }, signal)).rejects.toThrow('no connection')
    const [, refused] = /^cmdstat_select:.*failed_calls=(\d+)/m.exec(await operator.info('commandstats')) ?? []
    return Number(refused) >= 3
  })
  expect(await operator.dbsize()).toBe(0)
  expect(lines).toMatchObject([
    { message: 'there is no connection to Redis', fields: { refusal: 'ERR', command: 'select' } },
  ])
  operator.disconnect()
  await store.close()
  await redis.stop()
})
