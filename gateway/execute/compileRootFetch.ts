import type { FetchPlan } from './PlanNode.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Place } from './Place.ts'
import type { Step } from './Step.ts'
import { createRewriter } from './createRewriter.ts'
import { findObjects } from './findObjects.ts'
import { mergeData } from './mergeData.ts'
import { moveGap } from './moveGap.ts'
import { pickVariables } from './pickVariables.ts'
import { renamesOf } from './renamesOf.ts'

interface Target {
  readonly object: Record<string, unknown>
  readonly place: Place
}

/** Compiles a fetch of root fields: what the agency answers is merged into what stands at the fetch's path. */
export function compileRootFetch(plan: FetchPlan, { schema, sourceOf }: CompileOptions): Step {
  const ask = sourceOf(plan.agency).open(plan)
  const rewrite = createRewriter(plan.outputRewrites, schema)
  const renames = renamesOf(plan.outputRewrites)
  return async function fetchRoot({ data, variables, context, gaps }) {
    const targets: Target[] = []
    findObjects(data, plan.path, (object, at) => targets.push({ object, place: [...at] }))
    if (targets.length === 0) return
    const given = await ask({ variables: pickVariables(variables, plan.variables), representations: [], context })
    rewrite(given.data)
    for (const { object, place } of targets) {
      mergeData(object, given.data, { schema })
      for (const gap of given.gaps) gaps.push(moveGap(gap, { to: place, from: 0, renames }))
    }
  }
}
