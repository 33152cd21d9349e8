import type { PlacementAgencyRow } from '../source.ts'
import type { PlacementAgencyStatus } from '../types.generated.ts'

/** From the gravest on: where several sanctions are in force, the gravest says what the licence is worth. */
const sanctions = [
  'REVOKED',
  'SUSPENDED',
  'PARTLY_SUSPENDED',
  'WARNED',
] as const satisfies readonly PlacementAgencyStatus[]

/**
 * What a licence is worth on a day from its first one on, by the sanctions in force and its last day. A licence that ran out
 * is EXPIRED, unless it was revoked before.
 */
export function licenceStatusOn(
  agency: Pick<PlacementAgencyRow, 'validTo' | 'sanctions'>,
  day: string,
): PlacementAgencyStatus {
  const inForce = agency.sanctions
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .map(({ status }) => status)
  const gravest = sanctions.find((status) => inForce.includes(status)) ?? 'ACTIVE'
  return agency.validTo < day && gravest !== 'REVOKED' ? 'EXPIRED' : gravest
}
