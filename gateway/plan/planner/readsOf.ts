import type { FetchPlan, Requirement } from '../../execute/PlanNode.ts'

/** A value that a fetch takes from the data: the way to it from the root, in response keys without lists. */
export type Read = readonly ReadStep[]

export interface ReadStep {
  readonly key: string
  /** The type of the objects of which the key is taken; undefined for whatever they are. */
  readonly on?: string
}

export interface Reads {
  /** What it takes from above its objects. */
  readonly contextual: readonly Read[]
  /** These, its objects, and what names them. */
  readonly all: readonly Read[]
}

const ofType = '... on '

/** What a fetch has to be told. */
export function readsOf({ path, requires, contextual }: FetchPlan): Reads {
  const at = path.filter((step) => step !== '@').map((key): ReadStep => ({ key }))
  const above = contextual.map((way) => [...at.slice(0, at.length - way.up), ...stepsOf(way.path)])
  const named = (requires ?? []).flatMap((one) => requiredIn(one)).map((inside) => [...at, ...inside])
  return { contextual: above, all: [at, ...named, ...above] }
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

function requiredIn(requirement: Requirement): readonly Read[] {
  if (requirement.kind === 'fragment') return requirement.selections.flatMap(requiredIn)
  const { key, selections } = requirement
  if (selections === null) return [[{ key }]]
  return selections.flatMap(requiredIn).map((inside) => [{ key }, ...inside])
}
