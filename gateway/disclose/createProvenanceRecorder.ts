import { writeInstant } from '../../platform/writeInstant.ts'
import type { Provenance, ProvenanceRecorder, ProvenanceSource } from './ProvenanceRecorder.ts'

/** From best to worst. */
const sources: readonly ProvenanceSource[] = ['LIVE', 'CACHE', 'STALE', 'UNAVAILABLE']

interface Tally {
  readonly counts: Record<ProvenanceSource, number>
  worst: ProvenanceSource
  oldest: number | null
}

/** Makes the recorder of one request. */
export function createProvenanceRecorder(): ProvenanceRecorder {
  const tallies = new Map<string, Tally>()
  return {
    record(agency, { source, entities, asOf }) {
      const tally = tallies.get(agency) ?? newTally()
      tallies.set(agency, tally)
      tally.counts[source] += entities
      if (sources.indexOf(source) > sources.indexOf(tally.worst)) tally.worst = source
      if (asOf !== null) tally.oldest = Math.min(asOf, tally.oldest ?? asOf)
    },
    summary() {
      const byName = [...tallies].toSorted(([one], [other]) => (one < other ? -1 : 1))
      return byName.map(([agency, tally]) => describe(agency, tally))
    },
  }
}

function newTally(): Tally {
  return { counts: { LIVE: 0, CACHE: 0, STALE: 0, UNAVAILABLE: 0 }, worst: 'LIVE', oldest: null }
}

function describe(agency: string, { counts, worst, oldest }: Tally): Provenance {
  return {
    agency,
    source: worst,
    asOf: oldest === null ? null : writeInstant(oldest),
    entities: { live: counts.LIVE, cached: counts.CACHE, stale: counts.STALE, unavailable: counts.UNAVAILABLE },
  }
}
