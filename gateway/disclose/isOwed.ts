import type { Reason } from './Gap.ts'

/** Whether something is missing by its agency's fault, and not by the request's. */
export function isOwed({ code }: Reason): boolean {
  return code === 'AGENCY_UNAVAILABLE' || code === 'AGENCY_ERROR'
}
