import { codeOf } from '../../../platform/codeOf.ts'
import type { Logger } from '../../../platform/Logger.ts'
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

/** Follows the writes of a ledger, and logs once when they begin to fail and once when they succeed again. */
export function createCondition(clock: () => number, logger: Logger): Condition {
  let beganAt: number | undefined
  let failing: Failing | undefined
  const hangs = (): boolean => beganAt !== undefined && clock() - beganAt > patience

  return {
    hangs,
    begin() {
      beganAt = clock()
    },
    succeed() {
      beganAt = undefined
      if (failing === undefined) return
      logger.info({ milliseconds: clock() - failing.since }, 'the ledger can be written again')
      failing = undefined
    },
    fail(error) {
      beganAt = undefined
      const reason = codeOf(error) ?? 'UNKNOWN'
      if (failing === undefined) logger.error({ reason, error }, 'the ledger cannot be written, and no records leave')
      failing = { since: failing?.since ?? clock(), reason }
    },
    state() {
      if (hangs()) return { writable: false, reason: 'HANGS' }
      return failing === undefined ? { writable: true } : { writable: false, reason: failing.reason }
    },
  }
}
