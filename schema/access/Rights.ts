/** What fields are decided by. */
export interface Rights {
  readonly scopes: ReadonlySet<string>
  readonly purpose: string
  /** The same for the same rights. */
  readonly key: string
}
