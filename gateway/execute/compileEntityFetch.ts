import { isRecord } from '../agency/isRecord.ts'
import type { FetchPlan } from './PlanNode.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'
import type { Representation } from './Representation.ts'
import type { Run, Step } from './Step.ts'
import { createRepresenter } from './createRepresenter.ts'
import type { Representer } from './createRepresenter.ts'
import { createRewriter } from './createRewriter.ts'
import { findObjects } from './findObjects.ts'
import { mergeData } from './mergeData.ts'
import { moveGap } from './moveGap.ts'
import { pickVariables } from './pickVariables.ts'
import { renamesOf } from './renamesOf.ts'

/** Compiles a fetch of entities: what stands at its path is named to the agency, and what the agency says of it is merged into it. */
export function compileEntityFetch(plan: FetchPlan, { schema, sourceOf }: CompileOptions): Step {
  const ask = sourceOf(plan.agency).open(plan)
  const represent = createRepresenter({ requires: plan.requires ?? [], rewrites: plan.inputRewrites, schema })
  const renames = renamesOf(plan.outputRewrites)
  const rewrite = plan.outputRewrites.length === 0 ? undefined : createRewriter(plan.outputRewrites, schema)

  return async function fetchEntities(run) {
    const { representations, objects } = nameObjects(run, plan, represent)
    if (representations.length === 0) return
    const variables = pickVariables(run.variables, plan.variables)
    const given = await ask({ variables, representations, context: run.context })
    const entities: unknown = given.data['_entities']
    if (!Array.isArray(entities)) throw new Error('A source answers a list of entities.')
    const merging = { schema, hasGaps: given.gaps.length > 0 }
    for (const [index, entity] of entities.entries()) {
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

/** The entities of a fetch, each once, with the objects that it stands for. */
interface Named {
  readonly representations: readonly Representation[]
  readonly objects: readonly (readonly Record<string, unknown>[])[]
}

function nameObjects({ data }: Run, { path }: FetchPlan, represent: Representer): Named {
  const representations: Representation[] = []
  const objects: Record<string, unknown>[][] = []
  const positions = new Map<string, number>()
  findObjects(data, path, (object) => {
    const representation = represent(object)
    if (representation === undefined) return
    const text = JSON.stringify(representation)
    const position = positions.get(text)
    if (position !== undefined) {
      objects[position]?.push(object)
      return
    }
    positions.set(text, representations.length)
    representations.push(representation)
    objects.push([object])
  })
  return { representations, objects }
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
