import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import type { LostGap } from './LostGap.ts'
import { addGaps } from './addGaps.ts'
import { holderOf } from './holderOf.ts'
import { prefixesOf } from './prefixesOf.ts'
import { shapeAtPlace } from './shape/shapeAtPlace.ts'

/**
 * Gaps where something is missing, for an error stands at a null (GraphQL specification, 7.1.2). One may stand at an object that an
 * agency left out and others answered of: it is told at what that agency was asked for inside and nobody answered. What nobody was
 * asked for at all, for that needed what an agency left out, is missing for the reasons of the nearest gap above it. Where there is none
 * it is no gap: of an object without the key that an agency knows it by, nobody is asked.
 */
export function tellGaps(gaps: readonly LostGap[], missing: readonly Place[]): readonly Gap[] {
  if (gaps.length === 0 || missing.length === 0) return gaps
  const byHolder = Map.groupBy(gaps, ({ place }) => place && JSON.stringify(holderOf(place)))
  const found = missing.flatMap((place) => reasonsFor(place, byHolder).map((gap) => ({ gap, place })))
  const placesOf = Map.groupBy(found, ({ gap }) => gap)
  const told: Gap[] = []
  for (const gap of gaps) addGaps(told, placesOf.get(gap)?.map(({ place }) => ({ ...gap, place })) ?? [gap])
  return told
}

/** By the name of the place of the object that they are about; undefined for those without a place. */
type GapsByHolder = ReadonlyMap<string | undefined, readonly LostGap[]>

function reasonsFor(missing: Place, byHolder: GapsByHolder): readonly LostGap[] {
  // What is missing at the root has a gap of its own, and says nothing of what stands below.
  const [, ...names] = prefixesOf(missing)
  const above = names.map((name) => byHolder.get(name) ?? []).filter(({ length }) => length > 0)
  const asked = above
    .flat()
    .filter(({ lost, place }) => lost && place && shapeAtPlace(lost, missing.slice(holderOf(place).length)))
  return asked.length > 0 ? asked : (above.at(-1) ?? [])
}
