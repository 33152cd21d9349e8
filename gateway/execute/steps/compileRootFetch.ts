import { isRecord } from '../../../platform/isRecord.ts'
import type { Place } from '../../disclose/Place.ts'
import type { FetchPlan } from '../PlanNode.ts'
import { addGaps } from '../addGaps.ts'
import { readFetchText } from '../ask/readFetchText.ts'
import { moveGap } from '../moveGap.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Step } from './Step.ts'
import { copyObject } from './copyObject.ts'
import { createRewriter } from './createRewriter.ts'
import { findObjects } from './findObjects.ts'
import { mergeData } from './mergeData.ts'
import { pickVariables } from './pickVariables.ts'
import { renamesOf } from './renamesOf.ts'
import { withLost } from './withLost.ts'

interface Target {
  readonly object: Record<string, unknown>
  readonly place: Place
}

/** Compiles a fetch of root fields: what the agency answers is merged into what stands at the fetch's path. */
export function compileRootFetch(plan: FetchPlan, options: CompileOptions): Step {
  const { supergraph, sourceOf, isContextual = false } = options
  const text = readFetchText(plan, options)
  const ask = sourceOf(plan.agency).open(text)
  const rewrite = createRewriter(plan.outputRewrites, supergraph)
  const renames = renamesOf(plan.outputRewrites)
  return async function fetchRoot({ data, variables, context, gaps }) {
    const targets: Target[] = []
    findObjects(data, plan.path, (object, at) => targets.push({ object, place: [...at] }))
    if (targets.length === 0) return
    const asking = { variables: pickVariables(variables, plan.variables), parts: [wholeRoot], context }
    const { parts, placeless } = await ask(asking)
    for (const { data: root, gaps: own } of parts) {
      if (!isRecord(root)) continue
      rewrite(root)
      for (const [position, { object, place }] of targets.entries()) {
        mergeData(object, isContextual && position > 0 ? copyObject(root) : root, {
          supergraph,
          hasGaps: own.length > 0 || placeless.length > 0,
        })
        addGaps(
          gaps,
          own.map((gap) => moveGap(withLost(gap, text.shape.root), { to: place, renames })),
        )
      }
    }
    addGaps(gaps, placeless)
  }
}

/** All root fields of a text are one part, and named by its variables. */
const wholeRoot = {}
