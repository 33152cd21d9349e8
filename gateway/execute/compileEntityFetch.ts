import { isRecord } from '../agency/isRecord.ts'
import type { FetchPlan } from './PlanNode.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'
import type { Run, Step } from './Step.ts'
import { createNamer } from './createNamer.ts'
import type { Named } from './createNamer.ts'
import { createRewriter } from './createRewriter.ts'
import { findObjects } from './findObjects.ts'
import { mergeData } from './mergeData.ts'
import { moveGap } from './moveGap.ts'
import { pickVariables } from './pickVariables.ts'
import { renamesOf } from './renamesOf.ts'

/** Compiles a fetch of entities: what stands at its path is named to the agency, and what the agency says of it is merged into it. */
export function compileEntityFetch(plan: FetchPlan, { schema, sourceOf, namerOf = createNamer }: CompileOptions): Step {
  const ask = sourceOf(plan.agency).open(plan)
  const nameObjects = namerOf(plan, schema)
  const renames = renamesOf(plan.outputRewrites)
  const rewrite = plan.outputRewrites.length === 0 ? undefined : createRewriter(plan.outputRewrites, schema)

  return async function fetchEntities(run) {
    const { representations, objects } = nameObjects(run)
    if (representations.length === 0) return
    const variables = pickVariables(run.variables, plan.variables)
    const given = await ask({ variables, representations, context: run.context })
    const entities: unknown = given.data['_entities']
    if (!Array.isArray(entities)) throw new Error('A source answers a list of entities.')
    const merging = { schema, hasGaps: given.gaps.length > 0 }
    for (let index = 0; index < entities.length; index += 1) {
      const entity: unknown = entities[index]
      const same = objects[index] ?? []
      if (!isRecord(entity)) continue
      if (rewrite !== undefined) {
        // A rewrite may be for one type alone, which only the object itself is sure to tell.
        entity['__typename'] ??= same[0]?.['__typename']
        rewrite(entity)
      }
      for (const object of same) mergeData(object, entity, merging)
    }
    if (given.gaps.length > 0) placeGaps(given.gaps, { plan, run, objects, renames })
  }
}

interface Placing {
  readonly plan: FetchPlan
  readonly run: Run
  readonly objects: Named['objects']
  readonly renames: ReadonlyMap<string, string>
}

/** Tells the gaps of entities wherever the entities stand. */
function placeGaps(gaps: readonly Gap[], { plan, run, objects, renames }: Placing): void {
  const places = new Map<Record<string, unknown>, Place[]>()
  findObjects(run.data, plan.path, (object, at) => {
    const known = places.get(object)
    if (known === undefined) places.set(object, [[...at]])
    else known.push([...at])
  })
  for (const gap of gaps) {
    const [field, index] = gap.place ?? []
    if (field !== '_entities' || typeof index !== 'number') {
      run.gaps.push(gap)
      continue
    }
    const same = new Set(objects[index])
    for (const object of same)
      for (const place of places.get(object) ?? []) run.gaps.push(moveGap(gap, { to: place, from: 2, renames }))
  }
}
