import { isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'

/** Fields on their way from one agency to another, as far as each request takes part in it. */
export interface Rollout {
  /** Each of them has plans of its own. There is one where nothing is on its way. */
  readonly ways: readonly [RolloutWay, ...RolloutWay[]]
  /** The way of a request. */
  readonly choose: () => RolloutWay
}

export interface RolloutWay {
  /** Of the requests that draw less, from 0 to 100, and take no way in front of this one. */
  readonly below: number
  /** The labels of the overrides that are in force. */
  readonly labels: readonly string[]
}

/**
 * Reads the progressive overrides of a supergraph (`@override(from: "b", label: "percent(25)")`, Apollo Federation 2.7): such a field is
 * asked of its new agency for so many of a hundred requests, and of the old one for the others. One number is drawn for all labels of a
 * request, so that there are as many ways as different shares and one more. Labels of another form are never in force.
 */
export function createRollout(supergraph: GraphQLSchema, random: () => number): Rollout {
  const labels = labelsOf(supergraph)
  const shares = [...new Set([...labels.values(), 100])].toSorted((one, other) => one - other)
  const [first, ...others] = shares
    .filter((share) => share > 0)
    .map((below) => ({ below, labels: [...labels.keys()].filter((label) => (labels.get(label) ?? 0) >= below) }))
  if (first === undefined) throw new Error('All requests are below 100.')
  return {
    ways: [first, ...others],
    choose() {
      if (others.length === 0) return first
      const drawn = 100 * random()
      return [first, ...others].find(({ below }) => drawn < below) ?? first
    },
  }
}

/** The labels that say a share, each with it. */
function labelsOf(supergraph: GraphQLSchema): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    const directives = Object.values(type.getFields()).flatMap(({ astNode }) => astNode?.directives ?? [])
    for (const directive of directives.filter(({ name }) => name.value === 'join__field')) {
      const label = String(readArguments(directive)['overrideLabel'])
      const [, share] = /^percent\(([\d.]+)\)$/.exec(label) ?? []
      if (share !== undefined) shares.set(label, Number(share))
    }
  }
  return shares
}
