import { once } from 'node:events'
import type { Cluster, Redis } from 'ioredis'

/** Leaves Redis without waiting for its answers. Resolves when the connections are closed, or after `limit` milliseconds. */
export async function closeRedis(client: Redis | Cluster, limit = 1000): Promise<void> {
  const isConnected = !['wait', 'reconnecting', 'end'].includes(client.status)
  client.disconnect()
  if (!isConnected) return
  try {
    await once(client, 'end', { signal: AbortSignal.timeout(limit) })
  } catch {
    // Whatever is left of it, nobody uses it any more.
  }
}
