import type { FetchPlan, Requirement } from '../PlanNode.ts'
import type { FetchShape } from './FetchShape.ts'
import type { ObjectShape } from './Selection.ts'
import { objectIn } from './objectIn.ts'

/** What all parts of a planned fetch look like; undefined where they may be of several types. */
export function partShapeOf({ requires, inputRewrites }: FetchPlan, shape: FetchShape): ObjectShape | undefined {
  if (!shape.isOfEntities) return objectIn(shape.root)
  if (requires === null || inputRewrites.length > 0) return undefined
  const [only, ...others] = new Set(requires.map(typeOf))
  return only === undefined || others.length > 0 ? undefined : objectIn(shape.shapeOf({ __typename: only }))
}

function typeOf(requirement: Requirement): string | undefined {
  return requirement.kind === 'fragment' ? requirement.on : undefined
}
