import type { Requirement } from '../execute/PlanNode.ts'
import type { Need } from './Need.ts'

export interface PickOptions {
  /** The paths at which there are several. */
  readonly contested: ReadonlySet<string>
  readonly needs: readonly Need[]
}

/** Requirements with those alone at contested paths that are needed. */
export function pickRequirements(
  requires: readonly Requirement[],
  { contested, needs }: PickOptions,
): readonly Requirement[] {
  function pick(requirements: readonly Requirement[], at: string): readonly Requirement[] {
    return requirements.flatMap((requirement): readonly Requirement[] => {
      if (requirement.kind === 'fragment') return [{ ...requirement, selections: pick(requirement.selections, at) }]
      const { key, name, selections } = requirement
      const path = `${at}/${name}`
      const isNeeded = needs.some((need) => need.path === path && need.key === key)
      if (contested.has(path) && !isNeeded) return []
      return [{ ...requirement, selections: selections && pick(selections, path) }]
    })
  }
  return pick(requires, '')
}
