import { addMonths } from '../../kit/calendar/addMonths.ts'
import type { Judgement } from './Judgement.ts'

/** What decides how long a paper holds. */
export interface Term {
  /** The day judged for. */
  readonly on: string
  /** The paper's last day. */
  readonly expiresAt: string
  /** Months for which it must stay valid after the day. */
  readonly marginMonths: number
}

/** Judges a paper by its last day: MET, EXPIRED, or EXPIRES_TOO_SOON where less is left than the rule asks. */
export function judgeTerm({ on, expiresAt, marginMonths }: Term): Judgement {
  const evidenceExpiresAt = expiresAt
  if (expiresAt < on) return { outcome: 'EXPIRED', evidenceExpiresAt }
  if (expiresAt < addMonths(on, marginMonths)) {
    return { outcome: 'EXPIRES_TOO_SOON', reason: 'VALIDITY_MARGIN_TOO_SHORT', evidenceExpiresAt }
  }
  return { outcome: 'MET', evidenceExpiresAt }
}
