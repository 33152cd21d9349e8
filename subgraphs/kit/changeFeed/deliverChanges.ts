import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../../../platform/Logger.ts'
import type { ChangeEvent } from './ChangeEvent.ts'
import type { Backoff } from './createBackoff.ts'
import type { Outbox } from './createOutbox.ts'
import type { Poster } from './createPoster.ts'
import type { Wake } from './createWake.ts'
import { mergeEvents } from './mergeEvents.ts'

export interface DeliveryOptions {
  readonly gateway: string
  readonly outbox: Outbox
  readonly post: Poster
  readonly wake: Wake
  readonly backoff: Backoff
  readonly logger: Logger
}

/** Changes in one post. */
const batch = 500

/** Milliseconds after which the outbox is looked into although nobody called, should a call have got lost. */
const longestSleep = 5_000

/**
 * Tells one gateway of the changes in the outbox, in order and each at least once, until `signal` aborts. While a gateway does
 * not take them, they stay where they are, and others' deliveries go on. Never rejects.
 */
export async function deliverChanges(options: DeliveryOptions, signal: AbortSignal): Promise<void> {
  const { gateway, outbox, wake, backoff, logger } = options
  let troubled = false
  while (!signal.aborted) {
    try {
      const events = await outbox.read(gateway, batch, signal)
      if (events.length === 0) {
        await wake.sleep(longestSleep, signal)
        continue
      }
      await deliver(options, events, signal)
      backoff.reset()
      if (troubled) logger.info({ gateway }, 'a gateway takes changes again')
      troubled = false
    } catch (error) {
      if (signal.aborted) return
      const reason = error instanceof NotTaken ? error.message : undefined
      if (!troubled) logger.warn({ gateway, reason, error }, 'a gateway could not be told of changes; it will be')
      troubled = true
      await pause(backoff.next(), undefined, { signal }).catch(() => undefined)
    }
  }
}

/** Posts and acknowledges. What the gateway will never take is found by halves, and dropped alone. */
async function deliver(options: DeliveryOptions, events: readonly ChangeEvent[], signal: AbortSignal): Promise<void> {
  const { gateway, outbox, post, logger } = options
  const outcome = await post(mergeEvents(events), signal)
  if (outcome === 'REFUSED' && events.length > 1) {
    const half = Math.ceil(events.length / 2)
    await deliver(options, events.slice(0, half), signal)
    await deliver(options, events.slice(half), signal)
    return
  }
  if (typeof outcome === 'object') throw new NotTaken(outcome.failed)
  if (outcome === 'REFUSED') logger.error({ gateway, type: events[0]?.type }, 'a gateway refused a change for good')
  await outbox.acknowledge(
    gateway,
    events.map(({ id }) => id),
  )
}

/** The message is a status or the kind of a failure, never a value. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
}
