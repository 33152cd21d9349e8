import type { Requirement } from '../execute/PlanNode.ts'

/** Where representations would have to hold different things of one name: that name, below the names of what holds it. */
export function contestedPaths(requires: readonly Requirement[]): ReadonlySet<string> {
  const keys = new Map<string, string>()
  const contested = new Set<string>()

  function collect(requirements: readonly Requirement[], at: string): void {
    for (const requirement of requirements) {
      if (requirement.kind === 'fragment') {
        collect(requirement.selections, at)
        continue
      }
      const { key, name, selections } = requirement
      const path = `${at}/${name}`
      if ((keys.get(path) ?? key) !== key) contested.add(path)
      keys.set(path, key)
      collect(selections ?? [], path)
    }
  }
  collect(requires, '')
  return contested
}
