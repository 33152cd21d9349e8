import { AgencyFailure } from '../../agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../agency/AgencyFailure.ts'
import type { AgencyLog } from './logErrors.ts'

/** Clients that leave, or give no time, are no news; and that a breaker is open is told once. */
const quiet: ReadonlySet<AgencyFailureKind> = new Set(['CANCELLED', 'NO_TIME', 'BREAKER_OPEN'])

/** Logs that a call gave no usable answer, and why. */
export function logFailure(error: unknown, { logger, about }: AgencyLog): void {
  if (!(error instanceof AgencyFailure)) {
    logger.error({ error, ...about }, 'a call to an agency failed inside the gateway')
    return
  }
  const { kind, status, code } = error
  const level = quiet.has(kind) ? 'debug' : 'warn'
  logger[level]({ ...about, kind, status, code }, 'an agency gave no usable answer')
}
