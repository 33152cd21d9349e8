/** Where an agency's part of an answer came from, worst last. */
export type ProvenanceSource = 'LIVE' | 'CACHE' | 'STALE' | 'UNAVAILABLE'

/** One agency's line of `extensions.provenance`. */
export interface Provenance {
  readonly agency: string
  /** The worst source seen in this answer. */
  readonly source: ProvenanceSource
  /** The oldest instant at which a part was known to be true (RFC 3339), or null when the agency gave nothing. */
  readonly asOf: string | null
  /** How many entities or root fields came from each source. */
  readonly entities: {
    readonly live: number
    readonly cached: number
    readonly stale: number
    readonly unavailable: number
  }
}

/** What one call or look-up gave. */
export interface ProvenancePart {
  readonly source: ProvenanceSource
  /** Entities, or root fields where there are none. */
  readonly entities: number
  /** When it was known to be true, in milliseconds since the epoch; null when nothing came. */
  readonly asOf: number | null
}

/** Collects, during one request, where each agency's part came from. */
export interface ProvenanceRecorder {
  readonly record: (agency: string, part: ProvenancePart) => void
  /** One line per agency that took part, by name. */
  readonly summary: () => readonly Provenance[]
}
