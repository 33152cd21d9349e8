import type { Requirement } from '../../execute/PlanNode.ts'
import type { Need } from './Need.ts'

/** Requirements without those that these are. */
export function withoutNeeds(requires: readonly Requirement[], needs: readonly Need[]): readonly Requirement[] {
  function keep(requirements: readonly Requirement[], at: string): readonly Requirement[] {
    return requirements.flatMap((requirement): readonly Requirement[] => {
      if (requirement.kind === 'fragment') return [{ ...requirement, selections: keep(requirement.selections, at) }]
      const { key, name, selections } = requirement
      const path = `${at}/${name}`
      if (needs.some((need) => need.path === path && need.key === key)) return []
      return [{ ...requirement, selections: selections && keep(selections, path) }]
    })
  }
  return keep(requires, '')
}
