import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../../../platform/Logger.ts'
import type { Running } from '../../../platform/runProcess.ts'
import { openDatabase } from '../openDatabase.ts'
import { createBackoff } from './createBackoff.ts'
import { createOutbox } from './createOutbox.ts'
import type { Outbox } from './createOutbox.ts'
import { createPoster } from './createPoster.ts'
import { createWake } from './createWake.ts'
import { deliverChanges } from './deliverChanges.ts'
import { listenForChanges } from './listenForChanges.ts'

export interface ChangeFeedOptions {
  readonly agency: string
  readonly databaseUrl: string
  readonly callKey: string
  /** The origins of the gateways that keep answers of this agency. Without one there is nobody to tell. */
  readonly gateways: readonly string[]
  readonly clock: () => number
  readonly random: () => number
  readonly logger: Logger
}

/** Milliseconds that a statement on the outbox may take. */
const statementTimeout = 5_000

/**
 * Tells every gateway of the changes in the agency's database, whoever made them, within moments of their commit. It begins
 * with a change of everything: with a start come migrations and other code. What is
 * not delivered when it stops, or crashes, is delivered after the next start.
 */
export function createChangeFeed(options: ChangeFeedOptions): Running {
  const { agency, databaseUrl, callKey, clock, random, logger } = options
  const gateways = [...new Set(options.gateways)]
  if (gateways.length === 0) return { stop: () => Promise.resolve() }
  const stopping = new AbortController()
  const { signal } = stopping
  // Connections of its own, so that changes do not wait behind requests.
  const onBroken = (error: unknown): void => logger.warn({ error }, 'the connection of the change feed broke')
  const database = openDatabase({ url: databaseUrl, connections: 2, statementTimeout, onIdleError: onBroken })
  const outbox = createOutbox(database, gateways)
  const deliveries = gateways.map((gateway) => ({ gateway, wake: createWake() }))
  const wakeAll = (): void => deliveries.forEach(({ wake }) => wake.wake())

  const running = [
    announceStart(outbox, { random, logger }, signal),
    listenForChanges({ url: databaseUrl, onChange: wakeAll, onBroken, backoff: createBackoff(random) }, signal),
    ...deliveries.map(({ gateway, wake }) => {
      const post = createPoster({ gateway, agency, callKey, clock })
      return deliverChanges({ gateway, outbox, post, wake, backoff: createBackoff(random), clock, logger }, signal)
    }),
  ]
  return {
    async stop() {
      stopping.abort()
      await Promise.all(running)
      await database.close()
    },
  }
}

async function announceStart(
  outbox: Outbox,
  { random, logger }: Pick<ChangeFeedOptions, 'random' | 'logger'>,
  signal: AbortSignal,
): Promise<void> {
  const backoff = createBackoff(random)
  while (!signal.aborted) {
    try {
      await outbox.begin(signal)
      return
    } catch (error) {
      if (signal.aborted) return
      logger.warn({ error }, 'the start could not be announced; it will be')
      await pause(backoff.next(), undefined, { signal }).catch(() => undefined)
    }
  }
}
