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
  readonly clock: () => number
  readonly logger: Logger
}

/** Changes in one post. */
const batch = 500

/** Milliseconds after which the outbox is looked into although nobody called, should a call have got lost. */
const longestSleep = 5_000

/** Milliseconds after which it is said again that a gateway does not take changes, and how many wait. */
const reminder = 60_000

/**
 * Tells one gateway of the changes in the outbox, in order and each at least once, until `signal` aborts. While a gateway does
 * not take them, they stay where they are, and others' deliveries go on; where very many wait, it is told to forget everything
 * in place of most of them. Never rejects.
 */
export async function deliverChanges(options: DeliveryOptions, signal: AbortSignal): Promise<void> {
  const { gateway, outbox, wake, backoff, clock, logger } = options
  let saidAt: number | undefined
  // As if a batch waited, so that the first round counts.
  let waiting = batch
  while (!signal.aborted) {
    try {
      if (waiting >= batch) waiting = await outbox.shorten(gateway, signal)
      const events = await outbox.read(gateway, batch, signal)
      waiting = events.length < batch ? events.length : Math.max(waiting, batch)
      if (events.length === 0) {
        await wake.sleep(longestSleep, signal)
        continue
      }
      await deliver(options, events, signal)
      backoff.reset()
      if (saidAt !== undefined) logger.info({ gateway }, 'a gateway takes changes again')
      saidAt = undefined
    } catch (error) {
      if (signal.aborted) return
      // Where it is the outbox that cannot be read, how many wait is not known.
      const known = error instanceof NotTaken ? { reason: error.message, waiting } : {}
      if (saidAt === undefined || clock() - saidAt >= reminder) {
        saidAt = clock()
        logger.warn({ gateway, ...known, error }, 'a gateway could not be told of changes; it will be')
      }
      await pause(backoff.next(), undefined, { signal }).catch(() => undefined)
    }
  }
}

/**
 * Posts and acknowledges. What the gateway will never take is found by halves. Of what it cannot read it still has old answers,
 * and is told to forget everything; of a type that is not the agency's it has none.
 */
async function deliver(options: DeliveryOptions, events: readonly ChangeEvent[], signal: AbortSignal): Promise<void> {
  const { gateway, outbox, post, logger } = options
  const [first] = events
  const outcome = await post(mergeEvents(events), signal)
  if ((outcome === 'FOREIGN' || outcome === 'UNREADABLE') && events.length > 1) {
    const half = Math.ceil(events.length / 2)
    await deliver(options, events.slice(0, half), signal)
    await deliver(options, events.slice(half), signal)
    return
  }
  if (typeof outcome === 'object') throw new NotTaken(outcome.failed)
  if (outcome === 'FOREIGN') logger.error({ gateway, type: first?.type }, 'a gateway refused a change for good')
  if (outcome === 'UNREADABLE' && first !== undefined) {
    if (first.type === null) throw new NotTaken('a change of everything was refused')
    logger.error({ gateway, type: first.type }, 'a gateway cannot read a change, and is told to forget everything')
    await deliver(options, [{ ...first, type: null, key: null }], signal)
    return
  }
  await outbox.acknowledge(
    gateway,
    events.map(({ id }) => id),
  )
}

/** The message is a status or the kind of a failure, never a value. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
}
