import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { findFreePort } from './findFreePort.mjs'
import { installRedis } from './installRedis.mjs'
import { launchRedis } from './launchRedis.mjs'

/**
 * The Redis that TEST_REDIS_URL names, which is left alone afterwards, else one that is gone after `stop`, installed
 * where it is missing and that is allowed.
 *
 * @param {{ readonly environment: NodeJS.ProcessEnv, readonly signal?: AbortSignal }} options
 * @returns {Promise<{ readonly url: string, readonly stop: () => Promise<void> }>}
 */
export async function startTestRedis({ environment, signal }) {
  const given = environment.TEST_REDIS_URL
  return given ? useRedis(given) : startRedis(environment, signal)
}

async function useRedis(url) {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    disconnectTimeout: 100,
    retryStrategy: null,
  })
  let reason
  client.on('error', (error) => (reason = error))
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    const { message } = reason ?? error
    throw new Error(`The server that TEST_REDIS_URL names cannot be used: ${message}.`, { cause: error })
  } finally {
    client.disconnect()
  }
  return { url, stop: async () => {} }
}

async function startRedis(environment, signal) {
  const program = await installRedis({ environment, signal })
  const folder = await mkdtemp(join(tmpdir(), 'satu-atap-redis-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const { port, stop } = await launchRedis({ program, folder, port: await findFreePort(), signal })
    return { url: `redis://127.0.0.1:${port}`, stop: () => stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}
