import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { withSettings } from '../withSettings.ts'
import type { Backoff } from './createBackoff.ts'

export interface ListenOptions {
  readonly url: string
  /** Called at each change, and whenever the connection is there again, since changes may have been missed. */
  readonly onChange: () => void
  /** Told once that the connection broke, until it is there again; it is made anew. */
  readonly onBroken: (error: unknown) => void
  readonly backoff: Backoff
}

/** Milliseconds in which a connection is made and asked to listen, and after which it is asked whether it is still there. */
const patience = 5_000

/** Listens on a connection of its own for what the outbox announces, until `signal` aborts. Never rejects. */
export async function listenForChanges(options: ListenOptions, signal: AbortSignal): Promise<void> {
  const { url, onChange, onBroken, backoff } = options
  let broken = false
  while (!signal.aborted) {
    const client = new pg.Client({
      connectionString: withSettings(url),
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      // Nothing is said on it for hours: without, a route that is gone would be taken for silence.
      keepAlive: true,
      keepAliveInitialDelayMillis: patience,
    })
    const ended = endOf(client)
    // Without a goodbye: said while the connection is made, `pg` would never settle that, and nobody could stop.
    const end = (): void => void client.connection.stream.destroy()
    signal.addEventListener('abort', end, { once: true })
    try {
      await client.connect()
      client.on('notification', onChange)
      await client.query('LISTEN outbox')
      backoff.reset()
      broken = false
      onChange()
      const error = await ended
      if (!signal.aborted) throw error
    } catch (error) {
      if (signal.aborted) return
      if (!broken) onBroken(error)
      broken = true
      end()
      await pause(backoff.next(), undefined, { signal }).catch(() => undefined)
    } finally {
      signal.removeEventListener('abort', end)
    }
  }
}

/** Resolves with why a connection ended. */
function endOf(client: pg.Client): Promise<unknown> {
  return new Promise((resolve) => {
    client.once('error', resolve)
    client.once('end', () => resolve(undefined))
    // A broken connection may complain more than once, and without a listener that would end the process.
    client.on('error', () => undefined)
  })
}
