import type { ProvenancePart, ProvenanceRecorder, ProvenanceSource } from '../disclose/ProvenanceRecorder.ts'
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
  const missing = new Set<string | number | undefined>()
  for (const { code, place } of gaps) {
    const isAgencys = code === 'AGENCY_UNAVAILABLE' || code === 'AGENCY_ERROR'
    if (isAgencys && place !== undefined) missing.add(isEntityFetch ? place[1] : place[0])
  }
  const parts = isEntityFetch ? representations.keys() : rootFields(fetch)
  // Told in rows: a list that is known comes from one source, and has a part for each entity.
  let row: ProvenancePart | undefined
  for (const part of parts) {
    const origin = missing.has(part) ? unavailable : origins[typeof part === 'number' ? part : 0]
    if (origin === undefined) continue
    const { source, asOf } = origin
    if (row?.source === source) row = { source, entities: row.entities + 1, asOf: earlier(row.asOf, asOf) }
    else {
      if (row !== undefined) provenance.record(agency, row)
      row = { source, entities: 1, asOf }
    }
  }
  if (row !== undefined) provenance.record(agency, row)
}

const unavailable: Pick<ProvenancePart, 'source' | 'asOf'> = { source: 'UNAVAILABLE', asOf: null }

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

function rootFields({ shape: { root } }: Fetch): readonly string[] {
  return root.selection
    .fieldsOf(root.typeName)
    .filter(({ name }) => name !== '__typename')
    .map(({ key }) => key)
}
