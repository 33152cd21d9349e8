import type { ProvenanceRecorder, ProvenanceSource } from '../disclose/ProvenanceRecorder.ts'
import type { Fetch } from './Fetch.ts'
import type { Gap } from './Gap.ts'

/** Where a part of a fetch came from, and when that was known to be true, in milliseconds since the epoch. */
export interface Origin {
  readonly source: Exclude<ProvenanceSource, 'UNAVAILABLE'>
  readonly asOf: number | null
}

export interface FetchOutcome {
  readonly agency: string
  readonly fetch: Fetch
  readonly gaps: readonly Gap[]
  /** One for each entity, or the one of all root fields. */
  readonly origins: readonly Origin[]
}

/**
 * Notes where the parts of a fetch came from, counted in entities, or in root fields where it has none. A part with a gap
 * of the agency's is unavailable; one with an error about the request itself was answered.
 */
export function recordProvenance(provenance: ProvenanceRecorder, outcome: FetchOutcome): void {
  const { agency, fetch, gaps, origins } = outcome
  const { shape, representations } = fetch
  const isEntityFetch = shape.entityOf !== undefined
  const [first] = origins
  if (isEntityFetch && gaps.length === 0 && first !== undefined && origins.every((origin) => origin === first)) {
    provenance.record(agency, { ...first, entities: representations.length })
    return
  }
  const missing = new Set<string | number | undefined>()
  for (const { code, place } of gaps) {
    const isAgencys = code === 'AGENCY_UNAVAILABLE' || code === 'AGENCY_ERROR'
    if (isAgencys && place !== undefined) missing.add(isEntityFetch ? place[1] : place[0])
  }
  const parts = isEntityFetch ? representations.keys() : rootFields(fetch)
  for (const part of parts) {
    const origin = origins[typeof part === 'number' ? part : 0]
    if (missing.has(part)) provenance.record(agency, { source: 'UNAVAILABLE', entities: 1, asOf: null })
    else if (origin !== undefined) provenance.record(agency, { ...origin, entities: 1 })
  }
}

function rootFields({ shape: { root } }: Fetch): readonly string[] {
  return root.selection
    .fieldsOf(root.typeName)
    .filter(({ name }) => name !== '__typename')
    .map(({ key }) => key)
}
