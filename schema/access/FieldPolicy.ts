import type { DataClass } from './classes.ts'
import type { Mask } from './masks.ts'

/** One `@access` of a field. */
export interface FieldRule {
  readonly scope: string
  /** Undefined for all. */
  readonly purposes: readonly string[] | undefined
  readonly mask: Mask | undefined
}

/** What the owner of a field says of it. */
export interface FieldPolicy {
  /** In the order in which they are tried. */
  readonly rules: readonly FieldRule[]
  /** What nobody has classified is guarded like the rest. */
  readonly classified: DataClass
}
