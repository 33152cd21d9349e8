import type { GraphQLSchema } from 'graphql'
import type { FetchPlan, Requirement, RequiredFragment } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import type { KeyFields } from '../../supergraph/EntityKeys.ts'
import { readEntityKeys } from '../../supergraph/readEntityKeys.ts'

/** A fetch that names nothing to its agency without a key. */
export type KeyGuard = (fetch: FetchPlan) => FetchPlan

/**
 * Makes the guard of a supergraph. Where one fetch asks for some types of an interface, the planner says the keys of these, and
 * what else is required of all: an object of another type would be sent with that and no key.
 */
export function createKeyGuard(supergraph: GraphQLSchema): KeyGuard {
  const { keysAt, kinOf } = readEntityKeys(supergraph)

  function hasKey({ on, selections }: RequiredFragment, agency: string): boolean {
    const keys = [on, ...kinOf(on)].flatMap((name) => keysAt(agency, name))
    return keys.some((key) => covers(selections, key))
  }

  return function guardKeys(fetch) {
    const { requires, agency } = fetch
    const fragments = (requires ?? []).filter((requirement) => requirement.kind === 'fragment')
    const whole = fragments.filter((fragment) => hasKey(fragment, agency))
    if (requires === null || whole.length === 0 || whole.length === fragments.length) return fetch
    const known = new Set(whole.flatMap(({ on }) => [...typeNamesOf(supergraph, on)]))

    function narrow(fragment: Requirement): readonly Requirement[] {
      if (fragment.kind === 'field') return [fragment]
      const names = [...typeNamesOf(supergraph, fragment.on)]
      if (names.every((name) => known.has(name))) return [fragment]
      return names.filter((name) => known.has(name)).map((on) => ({ ...fragment, on }))
    }
    return { ...fetch, requires: requires.flatMap(narrow) }
  }
}

function covers(selections: readonly Requirement[], key: KeyFields): boolean {
  return Object.entries(key).every(([name, inner]) =>
    selections.some((one) => one.kind === 'field' && one.name === name && covers(one.selections ?? [], inner)),
  )
}
