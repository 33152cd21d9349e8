import type { ProvenanceRecorder } from '../disclose/ProvenanceRecorder.ts'
import type { Fetch } from './Fetch.ts'
import type { Gap } from './Gap.ts'
import { selectedFields } from './selectedFields.ts'

export interface FetchOutcome {
  readonly agency: string
  readonly fetch: Fetch
  readonly gaps: readonly Gap[]
  /** When the agency was asked: what it answers was true then or later. */
  readonly askedAt: number
}

/**
 * Notes where the parts of a fetch came from, counted in entities, or in root fields where it has none. A part with a gap
 * of the agency's is unavailable; one with an error about the request itself was answered.
 */
export function recordProvenance(provenance: ProvenanceRecorder, outcome: FetchOutcome): void {
  const { agency, fetch, gaps, askedAt } = outcome
  const { shape, representations } = fetch
  const isEntityFetch = shape.entityOf !== undefined
  const missing = new Set<string | number | undefined>()
  for (const { code, place } of gaps) {
    const isAgencys = code === 'AGENCY_UNAVAILABLE' || code === 'AGENCY_ERROR'
    if (isAgencys && place !== undefined) missing.add(isEntityFetch ? place[1] : place[0])
  }
  const parts = isEntityFetch ? representations.length : rootFields(fetch)
  const live = parts - missing.size
  if (live > 0) provenance.record(agency, { source: 'LIVE', entities: live, asOf: askedAt })
  if (missing.size > 0) provenance.record(agency, { source: 'UNAVAILABLE', entities: missing.size, asOf: null })
}

function rootFields({ shape: { root }, variables }: Fetch): number {
  return selectedFields(root.selection, root.typeName, variables).filter(({ name }) => name !== '__typename').length
}
