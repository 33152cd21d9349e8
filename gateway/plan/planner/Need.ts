/** A part of a representation that a field requires. */
export interface Need {
  /** What agencies call it, below what they call the fields that hold it. */
  readonly path: string
  /** What the planner calls it. */
  readonly key: string
  /** The types of which it is a field there. */
  readonly types: ReadonlySet<string>
}
