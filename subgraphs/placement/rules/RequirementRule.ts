import type { EmployerKind, JobGroup, PlacementScheme, RequirementKind } from '../types.generated.ts'

/** What a rule may name about a case; null in a rule means any, null in a case means that it is not known. */
export interface RuleCase {
  readonly destinationCountry: string | null
  readonly jobGroup: JobGroup | null
  readonly employerKind: EmployerKind | null
  readonly scheme: PlacementScheme | null
}

/** What the law asks for in the cases it names, from one day to another; both days belong to it. */
export interface RequirementRule extends RuleCase {
  readonly kind: RequirementKind
  readonly validFrom: string
  readonly validTo: string | null
  readonly required: boolean
  readonly minimumAge: number | null
  readonly maximumAge: number | null
  /** Months for which the evidence must stay valid after the day. */
  readonly marginMonths: number
  readonly legalBasis: string
}
