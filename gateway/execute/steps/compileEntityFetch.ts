import { isRecord } from '../../../platform/isRecord.ts'
import type { Reason } from '../../disclose/Gap.ts'
import type { Place } from '../../disclose/Place.ts'
import type { LostGap } from '../LostGap.ts'
import type { FetchPlan } from '../PlanNode.ts'
import { addGaps } from '../addGaps.ts'
import type { AnsweredPart } from '../ask/Answered.ts'
import { readFetchText } from '../ask/readFetchText.ts'
import { moveGap } from '../moveGap.ts'
import type { ObjectShape } from '../shape/Selection.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Representation } from './Representation.ts'
import type { Run, Step } from './Step.ts'
import { completePart } from './completePart.ts'
import { copyObject } from './copyObject.ts'
import { createNamer } from './createNamer.ts'
import type { Named } from './createNamer.ts'
import { createRewriter } from './createRewriter.ts'
import { findObjects } from './findObjects.ts'
import { mergeData } from './mergeData.ts'
import { pickVariables } from './pickVariables.ts'
import { renamesOf } from './renamesOf.ts'
import { withLost } from './withLost.ts'

/** Calls of one fetch that are made at once, where its entities stand in so many contexts. */
const mostAtOnce = 16

/** Compiles a fetch of entities: what stands at its path is named to the agency, and what the agency says of it is merged into it. */
export function compileEntityFetch(plan: FetchPlan, options: CompileOptions): Step {
  const { supergraph, sourceOf, namerOf = createNamer, isContextual = false } = options
  const text = readFetchText(plan, options)
  const ask = sourceOf(plan.agency).open(text)
  const nameObjects = namerOf(plan, supergraph)
  const renames = renamesOf(plan.outputRewrites)
  const rewrite = plan.outputRewrites.length === 0 ? undefined : createRewriter(plan.outputRewrites, supergraph)

  /** Answers what is missing where the agency did not say. */
  async function fetchNamed({ representations, objects, contextual }: Named, run: Run): Promise<readonly Reason[]> {
    const variables = { ...pickVariables(run.variables, plan.variables), ...contextual }
    const { parts: given, placeless } = await ask({ variables, parts: representations, context: run.context })
    const isWhole = given.every(({ gaps }) => gaps.length === 0)
    const parts = isWhole ? given : given.map((part, index) => completed(part, representations[index], objects[index]))
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
      for (const object of same)
        mergeData(object, isContextual && object !== same[0] ? copyObject(entity) : entity, merging)
    }
    if (!isWhole) placeGaps(lostIn(parts, representations), { plan, run, objects, renames })
    return placeless
  }

  function completed(
    part: AnsweredPart,
    representation?: Representation,
    same?: Named['objects'][number],
  ): AnsweredPart {
    if (representation === undefined) return part
    return completePart(part, { shape: shapeOf(representation), representation, typeName: same?.[0]?.['__typename'] })
  }

  function lostIn(
    parts: readonly AnsweredPart[],
    representations: readonly Representation[],
  ): readonly (readonly LostGap[])[] {
    return parts.map(({ gaps }, index) => gaps.map((gap) => withLost(gap, shapeOf(representations[index]))))
  }

  function shapeOf(representation: Representation | undefined): ObjectShape {
    return representation === undefined ? text.shape.root : text.shape.shapeOf(representation)
  }

  return async function fetchEntities(run) {
    const named = nameObjects(run)
    const placeless = new Map<string, Reason>()
    for (let from = 0; from < named.length; from += mostAtOnce) {
      const told = await Promise.all(named.slice(from, from + mostAtOnce).map((one) => fetchNamed(one, run)))
      for (const reason of told.flat()) placeless.set(JSON.stringify(reason), reason)
    }
    addGaps(run.gaps, placeless.values())
  }
}

interface Placing {
  readonly plan: FetchPlan
  readonly run: Run
  readonly objects: Named['objects']
  readonly renames: ReadonlyMap<string, string>
}

/** Tells the gaps of entities wherever the entities stand. */
function placeGaps(parts: readonly (readonly LostGap[])[], { plan, run, objects, renames }: Placing): void {
  const places = new Map<Record<string, unknown>, Place[]>()
  findObjects(run.data, plan.path, (object, at) => {
    const known = places.get(object)
    if (known === undefined) places.set(object, [[...at]])
    else known.push([...at])
  })
  for (const [index, gaps] of parts.entries()) {
    const everywhere = [...new Set(objects[index])].flatMap((object) => places.get(object) ?? [])
    addGaps(run.gaps, movedGaps(gaps, everywhere, renames))
  }
}

function* movedGaps(
  gaps: readonly LostGap[],
  everywhere: readonly Place[],
  renames: ReadonlyMap<string, string>,
): Iterable<LostGap> {
  for (const gap of gaps) for (const to of everywhere) yield moveGap(gap, { to, renames })
}
