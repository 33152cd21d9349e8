import { AgencyFailure } from '../../agency/AgencyFailure.ts'
import type { AgencyLog } from './logErrors.ts'

/** Logs that a call gave no usable answer, and why. A client that left is no news. */
export function logFailure(error: unknown, { logger, about }: AgencyLog): void {
  if (!(error instanceof AgencyFailure)) {
    logger.error({ error, ...about }, 'a call to an agency failed inside the gateway')
    return
  }
  const { kind, status } = error
  const level = kind === 'CANCELLED' ? 'debug' : 'warn'
  logger[level]({ ...about, kind, status }, 'an agency gave no usable answer')
}
