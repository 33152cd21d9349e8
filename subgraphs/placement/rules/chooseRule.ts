import type { RequirementRule, RuleCase } from './RequirementRule.ts'

/** What a rule can name, the weightiest first. */
const facets = [
  'destinationCountry',
  'jobGroup',
  'employerKind',
  'scheme',
] as const satisfies readonly (keyof RuleCase)[]

/**
 * The rule that decides a case on a day, or null when none is in force. Of the rules that fit, the one that names the
 * destination comes before any that does not; then the job group counts, then the employer's kind, then the scheme;
 * between rules that name the same, the one that came into force last decides.
 */
export function chooseRule(rules: readonly RequirementRule[], of: RuleCase, on: string): RequirementRule | null {
  const fitting = rules.filter((rule) => isInForce(rule, on) && facets.every((facet) => fits(rule[facet], of[facet])))
  return fitting.toSorted(bySpecificity).at(0) ?? null
}

function isInForce({ validFrom, validTo }: RequirementRule, on: string): boolean {
  return validFrom <= on && (validTo === null || on <= validTo)
}

function fits(named: string | null, known: string | null): boolean {
  return named === null || named === known
}

function bySpecificity(one: RequirementRule, other: RequirementRule): number {
  const facet = facets.find((name) => (one[name] === null) !== (other[name] === null))
  if (facet !== undefined) return one[facet] === null ? 1 : -1
  return other.validFrom.localeCompare(one.validFrom)
}
