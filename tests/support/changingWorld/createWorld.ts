/** One thing that an agency knows and that changes. */
export interface Thing {
  readonly name: string
  readonly agency: string
  /** The entity that a change of it is announced for. */
  readonly tag: { readonly type: string; readonly key: Readonly<Record<string, string>> }
}

/** What is true, and what was true when: each thing has a version, which begins at 0. */
export interface World {
  readonly now: () => number
  readonly pass: (milliseconds: number) => void
  readonly change: (thing: Thing) => void
  readonly versionAt: (name: string, at: number) => number
  readonly version: (name: string) => number
  /** When anything changed after `since`, and `since` itself. */
  readonly timesSince: (since: number) => readonly number[]
  readonly noteAnnounced: (thing: Thing) => void
  /** When the last change of an entity was announced that nobody who asked at `at` can have missed. */
  readonly announcedBefore: (tag: Thing['tag'], at: number) => number
  /** Gives a value as an agency does: now, or, where the agency is held, once it is let go. */
  readonly give: <Value>(agency: string, value: Value) => Value | Promise<Value>
  /** Holds an agency back. */
  readonly hold: (agency: string) => Hold
  /** Forgets everything, but for the time. */
  readonly reset: () => void
}

export interface Hold {
  /** Resolves when somebody has asked. */
  readonly reached: Promise<void>
  readonly release: () => void
}

/** Makes a world whose time goes on only when it is told to. */
export function createWorld(): World {
  let now = 1_750_000_000_000
  const changes = new Map<string, number[]>()
  const announcements = new Map<string, number[]>()
  let held: { readonly agency: string; readonly reach: () => void; readonly released: Promise<void> } | undefined

  function note(times: Map<string, number[]>, name: string): void {
    now += 1
    times.set(name, [...(times.get(name) ?? []), now])
    now += 1
  }
  const versionAt = (name: string, at: number): number => (changes.get(name) ?? []).filter((time) => time <= at).length

  return {
    now: () => now,
    pass: (milliseconds) => void (now += milliseconds),
    change: ({ name }) => note(changes, name),
    versionAt,
    version: (name) => versionAt(name, now),
    timesSince: (since) => [since, ...[...changes.values()].flat().filter((time) => time > since)],
    noteAnnounced: ({ tag }) => note(announcements, JSON.stringify(tag)),
    announcedBefore: (tag, at) => (announcements.get(JSON.stringify(tag)) ?? []).findLast((time) => time <= at) ?? 0,
    give(agency, value) {
      if (held?.agency !== agency) return value
      held.reach()
      return held.released.then(() => value)
    },
    hold(agency) {
      const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
      const { promise: released, resolve: release } = Promise.withResolvers<void>()
      held = { agency, reach, released }
      return {
        reached,
        release() {
          held = undefined
          release()
        },
      }
    },
    reset() {
      changes.clear()
      announcements.clear()
      // Longer than anything is remembered, by the cache or beside it.
      now += 10 * 86_400_000
    },
  }
}
