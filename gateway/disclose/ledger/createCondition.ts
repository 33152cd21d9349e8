import type { Logger } from '../../../platform/Logger.ts'
import { codeOf } from '../../../platform/codeOf.ts'
import type { LedgerState } from './Ledger.ts'

/** Whether a ledger can be written, as the last write tells. */
export interface Condition {
  readonly begin: () => void
  readonly succeed: () => void
  readonly fail: (error: unknown) => void
  /** Whether a write has been under way for so long that nobody should wait for it. */
  readonly hangs: () => boolean
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
export function createCondition(clock: () => number, logger: Logger): Condition {
  let failing: Failing | undefined
  let timer: NodeJS.Timeout | undefined

  function lose({ since, reason }: Failing, error?: unknown): void {
    if (failing === undefined) logger.error({ reason, error }, 'the ledger cannot be written, and no records leave')
    failing = { since: failing?.since ?? since, reason }
  }

  return {
    hangs: () => failing?.reason === hanging,
    begin() {
      timer = setTimeout(lose, patience, { since: clock(), reason: hanging }).unref()
    },
    succeed() {
      clearTimeout(timer)
      if (failing === undefined) return
      logger.info({ milliseconds: clock() - failing.since }, 'the ledger can be written again')
      failing = undefined
    },
    fail(error) {
      clearTimeout(timer)
      lose({ since: clock(), reason: codeOf(error) ?? 'UNKNOWN' }, error)
    },
    state: () => (failing === undefined ? { writable: true } : { writable: false, reason: failing.reason }),
  }
}
