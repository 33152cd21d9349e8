/** Under which name an answer is kept, and which counters make it old, in this order. */
export interface EntryNames {
  readonly entry: string
  /** The counter of the one entity that it is about; undefined where there is none, or more. */
  readonly own: string | undefined
  /** The counters of its topic: one list for all entries of a topic. */
  readonly shared: readonly string[]
}
