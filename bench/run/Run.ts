import type { Figures } from '../measure/Figures.ts'

/** What came of one system under one workload. */
export interface Run {
  readonly workload: string
  readonly system: string
  readonly outcome: Outcome
}

export type Outcome =
  | {
      readonly kind: 'measured'
      /** Of all its turns together. */
      readonly figures: Figures
      /** Of each turn by itself. */
      readonly turns: readonly Figures[]
    }
  /** An answer was wrong, partial or missing. */
  | { readonly kind: 'failed'; readonly fault: string }
  /** It could not be started here. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** It has no answer to this shape, and is not asked. */
  | { readonly kind: 'unasked' }
