/** Whether an id is met for the first time, was met before, or came when no more ids of its sender can be remembered. */
export type Meeting = 'new' | 'known' | 'too many'

/** Meets an id of a sender. */
export type ReplayGuard = (sender: string, id: string) => Meeting

export interface ReplayGuardOptions {
  /** Milliseconds for which an id is remembered: as long as what carries it could be shown again. */
  readonly life: number
  /** Characters of ids that are remembered of one sender. */
  readonly most: number
  /** Milliseconds, of a clock that is never set: one that is set back would leave no room for the ids that come until it has caught up. */
  readonly now: () => number
}

/** Makes a guard that remembers ids for a while. A sender that makes too many up is in nobody's way but its own. */
export function createReplayGuard({ life, most, now }: ReplayGuardOptions): ReplayGuard {
  const senders = new Map<string, Met>()

  function knownOf(sender: string): Met {
    const met = senders.get(sender) ?? { ids: new Map(), characters: 0 }
    senders.set(sender, met)
    return met
  }

  return function meet(sender, id) {
    const time = now()
    const met = knownOf(sender)
    // Ids are kept in the order they came, so those that are over stand in front.
    for (const [old, until] of met.ids) {
      if (until > time) break
      met.ids.delete(old)
      met.characters -= old.length
    }
    if (met.ids.has(id)) return 'known'
    if (met.characters + id.length > most) return 'too many'
    met.ids.set(id, time + life)
    met.characters += id.length
    return 'new'
  }
}

interface Met {
  /** With the moment until which each is remembered. */
  readonly ids: Map<string, number>
  characters: number
}
