import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import { addGaps } from './addGaps.ts'
import { holderOf } from './holderOf.ts'
import { prefixesOf } from './prefixesOf.ts'

export interface Explaining {
  /** Gaps of the answer, each where the agency that left it was asked. */
  readonly gaps: readonly Gap[]
  /** The same as they are told. */
  readonly told: readonly Gap[]
}

/**
 * Gaps at what is missing and no gap tells of: nobody was asked for it, for that needed what an agency left out, and the object is there
 * all the same, for others showed it. It is missing for the reasons of the nearest gap above it. Where there is none, it is no gap: of
 * an object without the key that an agency knows it by, the agency is asked for nothing.
 */
export function explainMissing(missing: readonly Place[], { gaps, told }: Explaining): readonly Gap[] {
  if (missing.length === 0 || gaps.length === 0) return []
  const known = new Set(told.flatMap(({ place }) => (place === undefined ? [] : prefixesOf(place))))
  const reasons = gapsByHolder(gaps)
  const explained: Gap[] = []
  for (const place of missing) {
    const above = prefixesOf(place)
    if (known.has(above.at(-1) ?? '')) continue
    // What is missing at the root has a gap of its own, and says nothing of what stands below.
    const nearest = reasons.get(above.slice(1).findLast((name) => reasons.has(name)) ?? '') ?? []
    addGaps(
      explained,
      nearest.map((gap) => ({ ...gap, place })),
    )
  }
  return explained
}

/** By the name of the place of the object that they are about. */
function gapsByHolder(gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const byHolder = new Map<string, Gap[]>()
  for (const gap of gaps) {
    if (gap.place === undefined) continue
    const name = JSON.stringify(holderOf(gap.place))
    const others = byHolder.get(name)
    if (others === undefined) byHolder.set(name, [gap])
    else others.push(gap)
  }
  return byHolder
}
