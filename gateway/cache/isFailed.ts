import type { PartFlaw } from './FetchedPart.ts'

/** Whether something is missing by the agency's fault, and not by the request's. */
export function isFailed(flaws: readonly PartFlaw[]): boolean {
  return flaws.some(({ code }) => code === 'AGENCY_UNAVAILABLE' || code === 'AGENCY_ERROR')
}
