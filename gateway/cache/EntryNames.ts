/** Under which name an answer is kept, and which counters make it old. */
export interface EntryNames {
  readonly entry: string
  readonly counters: readonly string[]
}
