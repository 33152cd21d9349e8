/** Answers whether an id is met for the first time. */
export type ReplayGuard = (id: string) => boolean

export interface ReplayGuardOptions {
  /** Milliseconds for which an id is remembered: as long as what carries it could be shown again. */
  readonly life: number
  readonly clock: () => number
}

/** Makes a guard that remembers ids for a while. It grows with what was signed in that time, which only agencies can do. */
export function createReplayGuard({ life, clock }: ReplayGuardOptions): ReplayGuard {
  const met = new Map<string, number>()
  return function isNew(id) {
    const now = clock()
    // Ids are kept in the order they came, so those that are over stand in front.
    for (const [old, until] of met) {
      if (until > now) break
      met.delete(old)
    }
    if (met.has(id)) return false
    met.set(id, now + life)
    return true
  }
}
