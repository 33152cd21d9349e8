import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { findRedisServer } from '../../scripts/findRedisServer.mjs'
import { launchRedis } from '../../scripts/launchRedis.mjs'

export interface RedisServer {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

export interface RedisServerOptions {
  /** A free one unless one is given. */
  readonly port?: number
  /** Further arguments, such as `--maxmemory`, `1mb`. */
  readonly settings?: readonly string[]
  /** A file of settings. */
  readonly file?: string
}

/** Starts a Redis server of the test's own on loopback, empty, which also ends when the test's process does. */
export async function startRedis({ port, ...options }: RedisServerOptions = {}): Promise<RedisServer> {
  const program = findRedisServer(process.env)
  if (program === undefined)
    throw new Error('There is no redis-server on PATH: `npm test` installs one, or says how to.')
  const folder = await mkdtemp(join(tmpdir(), 'satu-atap-redis-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const server = await launchRedis({ program, folder, port: port ?? (await findFreePort()), ...options })
    if (server.pid === undefined) throw new Error('Redis has no process.')
    const stop = () => server.stop().then(remove)
    return { url: `redis://127.0.0.1:${server.port}`, port: server.port, pid: server.pid, stop }
  } catch (error) {
    await remove()
    throw error
  }
}
