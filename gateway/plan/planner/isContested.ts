import type { Requirement } from '../../execute/PlanNode.ts'

/** Whether a representation would have to hold different things of one name, below the names of what holds it. */
export function isContested(requires: readonly Requirement[]): boolean {
  const keys = new Map<string, string>()

  function isClashing(requirements: readonly Requirement[], at: string): boolean {
    return requirements.some((requirement) => {
      if (requirement.kind === 'fragment') return isClashing(requirement.selections, at)
      const { key, name, selections } = requirement
      const path = `${at}/${name}`
      if ((keys.get(path) ?? key) !== key) return true
      keys.set(path, key)
      return isClashing(selections ?? [], path)
    })
  }
  return isClashing(requires, '')
}
