import type { AgencyName, LtsaDesk, RequirementOutcome, RequirementReason } from '../types.generated.ts'
import type { Facts } from './Facts.ts'
import type { RequirementRule } from './RequirementRule.ts'

/** How a requirement stands by its evidence. */
export interface Judgement {
  readonly outcome: RequirementOutcome
  readonly reason?: RequirementReason
  /** Last day on which the evidence holds, where it has one. */
  readonly evidenceExpiresAt?: string
  /** Whose evidence is at fault, and which desk helps, where they are not those that the kind of requirement names. */
  readonly ownedBy?: AgencyName
  readonly nextDesk?: LtsaDesk
}

/** Judges one kind of requirement by a rule that asks for it. */
export type Judge = (facts: Facts, rule: RequirementRule) => Judgement
