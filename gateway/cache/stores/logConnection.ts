import type { Cluster, Redis } from 'ioredis'
import type { Logger } from '../../../platform/Logger.ts'

/** Logs when the connection to Redis comes and goes, once each, whatever is tried in between. */
export function logConnection(client: Redis | Cluster, logger: Logger): void {
  let state: 'unknown' | 'up' | 'down' = 'unknown'

  function goDown(error?: unknown): void {
    if (state === 'down') return
    state = 'down'
    logger.warn({ error }, 'there is no connection to Redis')
  }
  client.on('ready', () => {
    if (state !== 'up') logger.info('Redis is connected')
    state = 'up'
  })
  client.on('error', goDown) // Without a listener, each error would be printed.
  client.on('close', () => goDown())
}
