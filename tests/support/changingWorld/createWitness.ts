import type { Provenance } from '../../../gateway/disclose/ProvenanceRecorder.ts'
import type { Thing, World } from './createWorld.ts'
import { lives } from './lives.ts'

/** What an answer was given under. */
export interface Circumstances {
  readonly world: World
  /** When it was asked for. */
  readonly askedAt: number
  /** The agencies that failed then. */
  readonly failing: ReadonlySet<string>
  readonly provenance: readonly Provenance[]
}

/** Where something comes from that an answer tells. */
export interface Origin {
  readonly agency: string
  /** The entities that it is about: an announced change of any makes it old. */
  readonly tags: readonly Thing['tag'][]
  /** It must never be stale. */
  readonly isLive?: boolean
}

/** Knows what an answer may tell. */
export interface Witness {
  /** The instants at any of which it may have been true. */
  readonly timesOf: (origin: Origin) => readonly number[]
  readonly isFailing: (agency: string) => boolean
}

/**
 * Makes the witness of an answer. An agency that works tells what is true when it is asked, or later; for one that fails,
 * what was true within its limits may stand, from the last announced change on and not from before the time on the answer.
 */
export function createWitness({ world, askedAt, failing, provenance }: Circumstances): Witness {
  function timesOf({ agency, tags, isLive = false }: Origin): readonly number[] {
    if (!failing.has(agency)) return world.timesSince(askedAt)
    const line = provenance.find((one) => one.agency === agency)
    // Nothing that failed can have come from anywhere but the cache, and then that has to be said.
    if (line === undefined || line.entities.cached + line.entities.stale === 0 || line.asOf === null) return []
    const { maxAge, staleIfError } = lives[agency] ?? { maxAge: 0, staleIfError: 0 }
    const isStale = line.entities.stale > 0 && !isLive
    const limit = askedAt - (maxAge + (isStale ? staleIfError : 0)) * 1000
    const asOf = Date.parse(line.asOf)
    const isOnly = line.entities.cached + line.entities.stale === 1
    const since = Math.max(limit, asOf, ...tags.map((tag) => world.announcedBefore(tag, askedAt)))
    // Where one part came from the cache, the time on the answer is its own.
    if (isOnly) return since === asOf ? [asOf] : []
    return world.timesSince(since).filter((time) => time <= Math.max(since, askedAt))
  }
  return { timesOf, isFailing: (agency) => failing.has(agency) }
}
