import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { FairnessLimits } from './FairnessLimits.ts'
import type { Tally } from './Tally.ts'

export interface MemoryTallyOptions {
  readonly limits: FairnessLimits
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Clients whose rate is known. One that was quiet for longest makes way, and begins anew. */
  readonly mostClients?: number
  /** Applicants that are known, those of all clients together; they make way with their client. */
  readonly mostApplicants?: number
}

interface Seen {
  readonly day: string
  readonly applicants: Set<string>
}

/** What a client takes beside its applicants, as if it were so many of them: 2 kB. */
const overhead = 40

/** Milliseconds less than which is what numbers of this size are rounded by. */
const least = 0.001

/**
 * A tally in the memory of this process, exact and bounded. The rate is a bucket (GCRA): of each client it is known when it
 * has earned back all that it spent. A clock that is set back costs a client no more than one empty bucket.
 */
export function createMemoryTally(options: MemoryTallyOptions): Tally {
  const { limits, clock, mostClients = 10_000, mostApplicants = 200_000 } = options
  const { requestsPerSecond, burst, applicantsPerDay } = limits
  const cost = 1000 / requestsPerSecond
  const room = burst * cost
  const dues = new LRUCache<string, number>({ max: mostClients })
  // What is larger than the whole would not be kept, and so not be limited.
  const seen = new LRUCache<string, Seen>({
    maxSize: Math.max(mostApplicants, applicantsPerDay + overhead),
    sizeCalculation: ({ applicants }) => applicants.size + overhead,
  })

  return {
    async take(client) {
      const now = clock()
      const due = Math.min(Math.max(dues.get(client) ?? 0, now), now + room)
      const wait = due + cost - now - room
      dues.set(client, wait < least ? due + cost : due)
      return wait < least ? 0 : wait
    },
    async see(client, day, applicants) {
      const known = seen.get(client)
      const before = known?.day === day.name ? known.applicants : new Set<string>()
      const added = new Set(applicants.map(shortOf).filter((applicant) => !before.has(applicant)))
      if (added.size === 0) return true
      if (before.size + added.size > applicantsPerDay) return false
      for (const applicant of added) before.add(applicant)
      seen.set(client, { day: day.name, applicants: before })
      return true
    },
  }
}

/** 66 bits that tell applicants apart, so that each takes as little, however long the text is that it came in. */
function shortOf(applicant: string): string {
  return hash('sha256', applicant, 'base64url').slice(0, 11)
}
