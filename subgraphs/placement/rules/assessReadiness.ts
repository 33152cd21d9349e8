import type { DepartureReadiness, ReadinessStatus, Requirement, RequirementKind } from '../types.generated.ts'
import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule, RuleCase } from './RequirementRule.ts'
import { chooseRule } from './chooseRule.ts'
import { requirementKinds } from './requirementKinds.ts'

/**
 * Judges whether a person may leave on a day, by the rules in force on it: for the open placement, or by the general law
 * where there is none. READY when every requirement is met or not required; CANNOT_ASSESS when an agency is silent, even one
 * whose evidence no rule asks for, since its silence may hide what a desk would stop a person for; NOT_READY otherwise.
 */
export function assessReadiness(facts: Facts, rules: readonly RequirementRule[]): DepartureReadiness {
  const rulesOf = Map.groupBy(rules, (rule) => rule.kind)
  const ruleCase = caseOf(facts)
  const requirements = kinds.map((kind) => assess(kind, facts, chooseRule(rulesOf.get(kind) ?? [], ruleCase, facts.on)))
  return { on: facts.on, status: statusOf(requirements), requirements }
}

const kinds = Object.keys(requirementKinds).filter((name): name is RequirementKind => name in requirementKinds)

function caseOf({ placement }: Facts): RuleCase {
  return {
    destinationCountry: placement?.destinationCountry ?? null,
    jobGroup: placement?.jobGroup ?? null,
    employerKind: placement?.employer.kind ?? null,
    scheme: placement?.scheme ?? null,
  }
}

function assess(kind: RequirementKind, facts: Facts, rule: RequirementRule | null): Requirement {
  if (rule === null) return withoutRule(kind)
  const { judge, ownedBy, nextDesk } = requirementKinds[kind]
  const evidence = judge(facts, rule)
  const judgement: Judgement =
    rule.required || evidence.outcome === 'SOURCE_UNAVAILABLE' ? evidence : { outcome: 'NOT_REQUIRED' }
  const reason = judgement.reason ?? null
  return {
    kind,
    outcome: judgement.outcome,
    reason,
    ownedBy: judgement.ownedBy ?? ownedBy,
    nextDesk: isSettled(judgement) ? null : (judgement.nextDesk ?? nextDesk),
    legalBasis: rule.legalBasis,
    evidenceExpiresAt: judgement.evidenceExpiresAt ?? null,
  }
}

/** The rules themselves are evidence: what they do not say of a day, nobody may guess. */
function withoutRule(kind: RequirementKind): Requirement {
  return {
    kind,
    outcome: 'SOURCE_UNAVAILABLE',
    reason: null,
    ownedBy: 'MIGRANT_WORKER_PROTECTION',
    nextDesk: 'MANPOWER',
    legalBasis: 'No rule is on record for this day',
    evidenceExpiresAt: null,
  }
}

function isSettled({ outcome, reason }: Judgement): boolean {
  return outcome === 'NOT_REQUIRED' || (outcome === 'MET' && reason === undefined)
}

function statusOf(requirements: readonly Requirement[]): ReadinessStatus {
  const outcomes = requirements.map(({ outcome }) => outcome)
  if (outcomes.includes('SOURCE_UNAVAILABLE')) return 'CANNOT_ASSESS'
  return outcomes.every((outcome) => outcome === 'MET' || outcome === 'NOT_REQUIRED') ? 'READY' : 'NOT_READY'
}
