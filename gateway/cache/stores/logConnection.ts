import type { Cluster, Redis } from 'ioredis'
import type { Logger } from '../../../platform/Logger.ts'

/**
 * Logs when the connection to Redis comes and goes, once each, whatever is tried in between. Where Redis itself refused, the
 * kind of its refusal is logged as well, such as WRONGPASS, also where there was no connection before.
 */
export function logConnection(client: Redis | Cluster, logger: Logger): void {
  let state: 'unknown' | 'up' | 'down' = 'unknown'
  let saidRefusal: string | undefined

  function goDown(error?: unknown): void {
    const refusal = refusalOf(error)
    const isNews = refusal !== undefined && refusal !== saidRefusal
    if (state === 'down' && !isNews) return
    state = 'down'
    saidRefusal = refusal
    logger.warn({ error, refusal }, 'there is no connection to Redis')
  }
  client.on('ready', () => {
    if (state !== 'up') logger.info('Redis is connected')
    state = 'up'
  })
  client.on('error', goDown) // Without a listener, each error would be printed.
  client.on('close', () => goDown())
}

/** The first word of an error that Redis replied with. The words behind it may hold a name of a user or a key. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  // A client of a cluster tells what the last node said.
  if ('lastNodeError' in error) return refusalOf(error.lastNodeError)
  return error.name === 'ReplyError' ? /^[A-Z]+(?= )/.exec(error.message)?.[0] : undefined
}
