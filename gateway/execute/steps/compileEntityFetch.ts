import { isRecord } from '../../../platform/isRecord.ts'
import type { Gap } from '../../disclose/Gap.ts'
import type { Place } from '../../disclose/Place.ts'
import type { FetchPlan } from '../PlanNode.ts'
import { addGaps } from '../addGaps.ts'
import type { AnsweredPart } from '../ask/Answered.ts'
import { readFetchText } from '../ask/readFetchText.ts'
import { moveGap } from '../moveGap.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Run, Step } from './Step.ts'
import { createNamer } from './createNamer.ts'
import type { Named } from './createNamer.ts'
import { createRewriter } from './createRewriter.ts'
import { findObjects } from './findObjects.ts'
import { mergeData } from './mergeData.ts'
import { pickVariables } from './pickVariables.ts'
import { renamesOf } from './renamesOf.ts'

/** Compiles a fetch of entities: what stands at its path is named to the agency, and what the agency says of it is merged into it. */
export function compileEntityFetch(plan: FetchPlan, options: CompileOptions): Step {
  const { supergraph, sourceOf, namerOf = createNamer } = options
  const ask = sourceOf(plan.agency).open(readFetchText(plan, options))
  const nameObjects = namerOf(plan, supergraph)
  const renames = renamesOf(plan.outputRewrites)
  const rewrite = plan.outputRewrites.length === 0 ? undefined : createRewriter(plan.outputRewrites, supergraph)

  async function fetchNamed({ representations, objects, contextual }: Named, run: Run): Promise<void> {
    const variables = { ...pickVariables(run.variables, plan.variables), ...contextual }
    const { parts, placeless } = await ask({ variables, parts: representations, context: run.context })
    for (let index = 0; index < parts.length; index += 1) {
      const { data: entity = null, gaps = [] } = parts[index] ?? {}
      const same = objects[index] ?? []
      if (!isRecord(entity)) continue
      if (rewrite !== undefined) {
        // A rewrite may be for one type alone, which only the object itself is sure to tell.
        entity['__typename'] ??= same[0]?.['__typename']
        rewrite(entity)
      }
      const merging = { supergraph, hasGaps: gaps.length > 0 || placeless.length > 0 }
      for (const object of same) mergeData(object, entity, merging)
    }
    if (parts.some(({ gaps }) => gaps.length > 0)) placeGaps(parts, { plan, run, objects, renames })
    addGaps(run.gaps, placeless)
  }

  return async function fetchEntities(run) {
    await Promise.all(nameObjects(run).map((named) => fetchNamed(named, run)))
  }
}

interface Placing {
  readonly plan: FetchPlan
  readonly run: Run
  readonly objects: Named['objects']
  readonly renames: ReadonlyMap<string, string>
}

/** Tells the gaps of entities wherever the entities stand. */
function placeGaps(parts: readonly AnsweredPart[], { plan, run, objects, renames }: Placing): void {
  const places = new Map<Record<string, unknown>, Place[]>()
  findObjects(run.data, plan.path, (object, at) => {
    const known = places.get(object)
    if (known === undefined) places.set(object, [[...at]])
    else known.push([...at])
  })
  for (const [index, { gaps }] of parts.entries()) {
    const everywhere = [...new Set(objects[index])].flatMap((object) => places.get(object) ?? [])
    addGaps(run.gaps, movedGaps(gaps, everywhere, renames))
  }
}

function* movedGaps(
  gaps: readonly Gap[],
  everywhere: readonly Place[],
  renames: ReadonlyMap<string, string>,
): Iterable<Gap> {
  for (const gap of gaps) for (const to of everywhere) yield moveGap(gap, { to, renames })
}
