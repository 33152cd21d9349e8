import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { installRedis } from '../../scripts/installRedis.mjs'
import { launchRedis } from '../../scripts/launchRedis.mjs'
import type { World } from './System.ts'

/** A Redis of one system's own. */
export interface BenchRedis {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** What a cold run writes is read by nobody, so the oldest makes way. */
const settings = ['--maxmemory', '256mb', '--maxmemory-policy', 'allkeys-lru']

/** Starts an empty Redis on a free port of loopback. */
export async function startRedis({ folder: whole, signal }: World): Promise<BenchRedis> {
  const program = await installRedis({ environment: process.env, signal })
  const folder = await mkdtemp(join(whole, 'redis-'))
  const { port, stop } = await launchRedis({ program, folder, port: await findFreePort(), settings, signal })
  return { url: `redis://127.0.0.1:${port}`, stop }
}
