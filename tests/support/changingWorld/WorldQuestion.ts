/** What is asked of a person, under keys that begin with `prefix`. */
export interface PersonFields {
  readonly prefix: '' | 'x'
  readonly isReversed: boolean
  readonly name: '' | 'SHORT' | 'LONG' | null
  readonly papers: '' | 'PASSPORT' | 'LETTER' | null
  readonly home: boolean
  readonly status: boolean
  readonly score: boolean
  readonly friend: boolean
}

export type RootField =
  | { readonly kind: 'person'; readonly id: string; readonly fields: PersonFields }
  | { readonly kind: 'people' | 'top'; readonly fields: PersonFields }
  | { readonly kind: 'town'; readonly code: string }
  | { readonly kind: 'census' }

/** An operation: each root field has its position in its key. */
export interface WorldQuestion {
  readonly roots: readonly RootField[]
  /** Arguments of root fields are variables. */
  readonly hasVariables: boolean
}
