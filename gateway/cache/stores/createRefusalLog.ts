import type { Logger } from '../../../platform/Logger.ts'
import { refusalOf } from './refusalOf.ts'

/** Takes a note of how a write to Redis ends, and gives back what it gives. */
export type RefusalLog = <Result>(writing: Promise<Result>) => Promise<Result>

/**
 * Logs when Redis begins to refuse what is to be kept, by the kind of its refusal (OOM, READONLY, NOPERM), and when it takes it
 * again, once each: it may answer questions all the while, so that nothing else tells. Failures of other kinds are no refusals.
 */
export function createRefusalLog(logger: Logger): RefusalLog {
  let said: string | undefined
  return async function noteRefusals(writing) {
    try {
      const result = await writing
      if (said !== undefined) logger.info('Redis keeps what agencies say again')
      said = undefined
      return result
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal !== undefined && refusal !== said) logger.warn({ refusal }, 'Redis refuses to keep what agencies say')
      said = refusal ?? said
      throw error
    }
  }
}
