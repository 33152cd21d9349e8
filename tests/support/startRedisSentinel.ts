import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import type { RedisServer } from './startRedis.ts'
import { startRedis } from './startRedis.ts'
import { until } from './until.ts'

export interface RedisSentinel {
  /** As the Redis store reads it. */
  readonly url: string
  readonly primary: RedisServer
  readonly replica: RedisServer
  readonly stop: () => Promise<void>
}

/** Starts a primary, a replica that is in step with it, and a sentinel that makes one of the other within seconds. */
export async function startRedisSentinel(): Promise<RedisSentinel> {
  const primary = await startRedis({ settings: ['--repl-diskless-sync-delay', '0'] })
  const replica = await startRedis({ settings: ['--replicaof', '127.0.0.1', String(primary.port)] })
  const folder = await mkdtemp(join(tmpdir(), 'satu-atap-sentinel-'))
  const file = join(folder, 'sentinel.conf') // A sentinel writes down there what it learns.
  const lines = [
    `sentinel monitor main 127.0.0.1 ${primary.port} 1`,
    'sentinel down-after-milliseconds main 500',
    'sentinel failover-timeout main 5000',
  ]
  await writeFile(file, lines.join('\n'))
  const sentinel = await startRedis({ port: await findFreePort(), file, settings: ['--sentinel'] })
  const client = new Redis(sentinel.url)
  client.on('error', () => {})
  await until('the sentinel knows the replica', async () => {
    const known = JSON.stringify(await client.call('SENTINEL', 'REPLICAS', 'main'))
    return known.includes(`"${replica.port}"`) && known.includes('"master-link-status","ok"')
  })
  client.disconnect()
  return {
    url: `redis+sentinel://127.0.0.1:${sentinel.port}/main`,
    primary,
    replica,
    async stop() {
      await Promise.all([primary, replica, sentinel].map(({ stop }) => stop()))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
