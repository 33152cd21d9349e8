import type { Logger } from '../../platform/Logger.ts'
import { refusalOf } from './refusalOf.ts'

/** Takes a note of what Redis does with what it is to keep. */
export interface RefusalLog {
  readonly taken: () => void
  readonly failed: (error: unknown) => void
}

export interface RefusalLogOptions {
  readonly logger: Logger
  /** Told of each refusal. */
  readonly onRefusal?: ((refusal: string) => void) | undefined
  /** Milliseconds, of a clock that is never set. */
  readonly now: () => number
}

/** Milliseconds without a refusal after which it is said that there are none any more: one node of a cluster may refuse, and others not. */
const quiet = 30_000

/**
 * Logs when Redis begins to refuse what is to be kept, by the kind of its refusal (OOM, READONLY, NOPERM), and when it takes it
 * again: it may answer questions all the while, so that nothing else tells. Failures of other kinds are no refusals.
 */
export function createRefusalLog({ logger, onRefusal, now }: RefusalLogOptions): RefusalLog {
  let said: string | undefined
  let refusedAt = 0
  return {
    taken() {
      if (said === undefined || now() - refusedAt < quiet) return
      said = undefined
      logger.info('Redis keeps what agencies say again')
    },
    failed(error) {
      const refusal = refusalOf(error)
      if (refusal === undefined) return
      onRefusal?.(refusal)
      refusedAt = now()
      if (refusal !== said) logger.warn({ refusal }, 'Redis refuses to keep what agencies say')
      said = refusal
    },
  }
}
