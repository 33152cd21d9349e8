import type { ApplicantRow, PlacementAgencyRow, PlacementRow } from '../source.ts'

/** The papers of a placement that a judgement looks at, with the licence of its agency. */
export interface OpenPlacement extends Pick<
  PlacementRow,
  | 'scheme'
  | 'destinationCountry'
  | 'jobGroup'
  | 'employer'
  | 'recommendation'
  | 'familyPermission'
  | 'competence'
  | 'agreement'
  | 'visa'
  | 'orientation'
  | 'contract'
> {
  readonly agency: PlacementAgencyRow | null
}

/**
 * All that readiness is judged by. What an agency was asked and did not answer is null, and so is what it answered null to:
 * only the registry's own status UNKNOWN tells the two apart.
 */
export interface Facts extends Required<Omit<ApplicantRow, 'nik'>> {
  /** The day judged for. Evidence that came into the world after it does not count. */
  readonly on: string
  /** The placement that is open on the day, or null. */
  readonly placement: OpenPlacement | null
}
