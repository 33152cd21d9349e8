import type { ErrorCode } from '../../platform/errors.ts'
import type { FaultDetails } from '../../platform/fault.ts'
import type { Place } from './Place.ts'

/** Something missing from an answer, and why. Without a place, the agency did not say where. */
export interface Gap extends Reason {
  readonly place?: Place
}

/** A code of the error table with what may stand beside it. */
export interface Reason {
  readonly code: ErrorCode
  readonly details: FaultDetails
}
