import type { AgencyAnswer } from './AgencyAnswer.ts'
import type { AgencyCall } from './AgencyCall.ts'

/**
 * Sends one call and answers, or rejects with an AgencyFailure. What it answers has passed the call's `fits`. Every wrapper
 * of this folder has this one signature.
 */
export type Dispatch = (call: AgencyCall) => Promise<AgencyAnswer>
