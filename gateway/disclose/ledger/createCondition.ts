import type { Logger } from '../../../platform/Logger.ts'
import { codeOf } from '../../../platform/codeOf.ts'
import type { LedgerState } from './Ledger.ts'
import type { LedgerMetrics } from './LedgerMetrics.ts'
import { ReplacedError } from './ReplacedError.ts'
import type { ChainEnd } from './createChain.ts'

export interface ConditionOptions {
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly logger: Logger
  readonly metrics: Pick<LedgerMetrics, 'writable'>
}

/** Whether a ledger can be written, as the last write tells. */
export interface Condition {
  readonly begin: () => void
  readonly succeed: () => void
  /** The entry is the last one of which anybody was told. */
  readonly fail: (error: unknown, last: ChainEnd) => void
  /** Whether nobody should wait: a write has been under way for too long, or there will be none before a restart. */
  readonly isHopeless: () => boolean
  readonly state: () => LedgerState
}

interface Failing {
  readonly since: number
  readonly reason: string
}

/** Milliseconds that a write may take before the disk counts as one that does not answer. */
const patience = 5000
const hanging = 'HANGS'

/**
 * Follows the writes of a ledger, and logs once when they begin to fail, or not to end, and once when they succeed again. Its timer
 * does not keep the process alive.
 */
export function createCondition({ clock, logger, metrics }: ConditionOptions): Condition {
  let failing: Failing | undefined
  let timer: NodeJS.Timeout | undefined
  let isReplaced = false
  metrics.writable(true)

  function become(next: Failing | undefined): void {
    failing = next
    metrics.writable(next === undefined)
  }

  function lose({ since, reason }: Failing, error?: unknown): void {
    if (failing === undefined) logger.error({ reason, error }, 'the ledger cannot be written, and no records leave')
    become({ since: failing?.since ?? since, reason })
  }

  /** Not to be mended by itself, so it is logged also where writes had failed before. */
  function giveUp({ code, file }: ReplacedError, { sequence, hash }: ChainEnd): void {
    if (!isReplaced) {
      const fields = { reason: code, file, entries: sequence, hash }
      logger.error(fields, 'the files of the ledger were replaced, and no records leave until a restart')
    }
    isReplaced = true
    become({ since: clock(), reason: code })
  }

  return {
    isHopeless: () => isReplaced || failing?.reason === hanging,
    begin() {
      timer = setTimeout(lose, patience, { since: clock(), reason: hanging }).unref()
    },
    succeed() {
      clearTimeout(timer)
      if (failing === undefined) return
      logger.info({ milliseconds: clock() - failing.since }, 'the ledger can be written again')
      become(undefined)
    },
    fail(error, last) {
      clearTimeout(timer)
      if (error instanceof ReplacedError) return giveUp(error, last)
      lose({ since: clock(), reason: codeOf(error) ?? 'UNKNOWN' }, error)
    },
    state: () => (failing === undefined ? { writable: true } : { writable: false, reason: failing.reason }),
  }
}
