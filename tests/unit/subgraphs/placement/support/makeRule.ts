import type { RequirementRule } from '../../../../../subgraphs/placement/rules/RequirementRule.ts'

/** A rule in force on any day of these tests that asks for a kind in every case, with what the test changes. */
export function makeRule(changes: Partial<RequirementRule> = {}): RequirementRule {
  return {
    kind: 'PASSPORT',
    destinationCountry: null,
    jobGroup: null,
    employerKind: null,
    scheme: null,
    validFrom: '2017-11-22',
    validTo: null,
    required: true,
    minimumAge: null,
    maximumAge: null,
    marginMonths: 0,
    legalBasis: 'UU 18/2017',
    ...changes,
  }
}
