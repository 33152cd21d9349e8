import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import { lengthToNull } from '../disclose/lengthToNull.ts'
import { prefixesOf } from './prefixesOf.ts'

/**
 * The places of what does not fit in data, for which no gap is a reason: none stands at the null that it led to, above or below. Where an
 * agency did not say what its gap is about, that may be any of them.
 */
export function findUnexplained(misfits: readonly Place[], gaps: readonly Gap[], data: unknown): readonly Place[] {
  if (gaps.length === 0 || misfits.length === 0) return misfits
  if (gaps.some(({ place }) => place === undefined)) return []
  const at = new Set(gaps.map(({ place = [] }) => JSON.stringify(place)))
  const above = new Set(gaps.flatMap(({ place = [] }) => prefixesOf(place)))
  return misfits.filter((misfit) => {
    const end = prefixesOf(misfit.slice(0, lengthToNull(data, misfit)))
    return !above.has(end.at(-1) ?? '') && !end.some((one) => at.has(one))
  })
}
