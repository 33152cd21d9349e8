import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'
import type { FieldNode } from 'graphql'
import type { FetchPlan, Requirement } from '../../execute/PlanNode.ts'

/** A fetch in which the names that the planner has for requirements with arguments are the fields that they stand for. */
export function restoreRequirements(fetch: FetchPlan, named: ReadonlyMap<string, FieldNode>): FetchPlan {
  function restore(requires: readonly Requirement[]): readonly Requirement[] {
    return requires.map((requirement) => {
      if (requirement.kind === 'fragment') return { ...requirement, selections: restore(requirement.selections) }
      const { key, name, selections } = requirement
      return { ...requirement, name: named.get(key)?.name.value ?? name, selections: selections && restore(selections) }
    })
  }
  const { query, requires } = fetch
  return { ...fetch, query: restoreText(query, named), requires: requires && restore(requires) }
}

function restoreText(query: string, named: ReadonlyMap<string, FieldNode>): string {
  let isNamed = false
  const restored = visit(parse(query, { noLocation: true }), {
    Field(node) {
      const field = named.get(node.name.value)
      if (field === undefined) return undefined
      isNamed = true
      const { alias = { kind: Kind.NAME, value: node.name.value } } = node
      return { ...node, ...field, alias }
    },
  })
  return isNamed ? stripIgnoredCharacters(print(restored)) : query
}
