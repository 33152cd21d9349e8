import type { GraphQLSchema } from 'graphql'
import type { FetchPlan, Requirement } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import { withoutItems } from '../../execute/withoutItems.ts'

/** A value that a fetch takes from the data: the way to it from the root, in response keys without lists. */
export type Read = readonly ReadStep[]

export interface ReadStep {
  readonly key: string
  /** The type of the objects of which the key is taken; undefined for whatever they are. */
  readonly on?: string
}

const ofType = '... on '

/** What a fetch of entities has to be told of those of each type: that they are there, what names them, and what it takes from above them. */
export function readsOf(
  { path, requires, contextual }: FetchPlan,
  supergraph: GraphQLSchema,
): readonly (readonly Read[])[] {
  const at = withoutItems(path).map((key): ReadStep => ({ key }))
  const above = contextual.map((way) => [...at.slice(0, at.length - way.up), ...stepsOf(way.path)])
  const parts = (requires ?? []).filter((one) => one.kind === 'fragment')
  const names = new Set(parts.flatMap(({ on }) => [...typeNamesOf(supergraph, on)]))
  return Array.from(names, (name) => {
    const own = parts.filter(({ on }) => typeNamesOf(supergraph, on).has(name))
    const named = own.flatMap(({ selections }) => selections.flatMap((one) => requiredIn(one, name)))
    return [at, ...named.map((inside) => [...at, ...inside]), ...above]
  })
}

function stepsOf(path: readonly string[]): Read {
  const steps: ReadStep[] = []
  let on: string | undefined
  for (const step of path) {
    if (step.startsWith(ofType)) on = step.slice(ofType.length)
    else {
      steps.push(on === undefined ? { key: step } : { key: step, on })
      on = undefined
    }
  }
  return steps
}

function requiredIn(requirement: Requirement, on?: string): readonly Read[] {
  if (requirement.kind === 'fragment')
    return requirement.selections.flatMap((inner) => requiredIn(inner, requirement.on))
  const { key, selections } = requirement
  const step = on === undefined ? { key } : { key, on }
  if (selections === null) return [[step]]
  return selections.flatMap((inner) => requiredIn(inner)).map((inside) => [step, ...inside])
}
