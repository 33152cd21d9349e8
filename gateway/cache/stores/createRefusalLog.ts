import type { Logger } from '../../../platform/Logger.ts'
import { refusalOf } from './refusalOf.ts'

/** Takes a note of how writes to Redis end. */
export interface RefusalLog {
  readonly taken: () => void
  readonly failed: (error: unknown) => void
}

/**
 * Logs when Redis begins to refuse what is to be kept, by the kind of its refusal (OOM, READONLY, NOPERM), and when it takes it
 * again, once each: it may answer questions all the while, so that nothing else tells. Failures of other kinds are no refusals.
 */
export function createRefusalLog(logger: Logger): RefusalLog {
  let said: string | undefined
  return {
    taken() {
      if (said === undefined) return
      said = undefined
      logger.info('Redis keeps what agencies say again')
    },
    failed(error) {
      const refusal = refusalOf(error)
      if (refusal === undefined || refusal === said) return
      said = refusal
      logger.warn({ refusal }, 'Redis refuses to keep what agencies say')
    },
  }
}
