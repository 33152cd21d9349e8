import type { Cluster, Redis } from 'ioredis'
import type { Logger } from '../../platform/Logger.ts'
import { commandOf } from './commandOf.ts'
import { refusalOf } from './refusalOf.ts'

/**
 * Logs when the connection to Redis comes and goes, once each, whatever is tried in between. Where Redis itself refused, the
 * kind of its refusal is logged as well, such as WRONGPASS, with the command that it refused, also where there was no connection before. It ends with the function
 * that it answers: who leaves by itself has lost no connection.
 */
export function logConnection(client: Redis | Cluster, logger: Logger): () => void {
  let state: 'unknown' | 'up' | 'down' = 'unknown'
  let saidRefusal: string | undefined

  let isOver = false

  function goDown(error?: unknown): void {
    if (isOver) return
    const refusal = refusalOf(error)
    const isNews = refusal !== undefined && refusal !== saidRefusal
    if (state === 'down' && !isNews) return
    state = 'down'
    saidRefusal = refusal
    const command = refusal === undefined ? undefined : commandOf(error)
    logger.warn({ error, refusal, command }, 'there is no connection to Redis')
  }
  client.on('ready', () => {
    if (state !== 'up') logger.info('Redis is connected')
    state = 'up'
  })
  client.on('error', goDown) // Without a listener, each error would be printed.
  client.on('close', () => goDown())
  return () => void (isOver = true)
}
