import type { CachePolicy } from '../agency/CachePolicy.ts'
import type { Gap } from '../disclose/Gap.ts'

/** What an agency gave for some questions, in their order. */
export interface Fetched {
  /** When it was asked, in milliseconds since the epoch. */
  readonly askedAt: number
  readonly parts: readonly FetchedPart[]
  /** The data of a part as JSON text, in a form that does not depend on aliases and order. Valid until the data is handed on. */
  readonly textOf: (index: number) => string
  readonly policy: CachePolicy | undefined
  /**
   * Whether the agency answered, failed, or was given up: that the asker left or ran out of time says nothing of the agency, and
   * others have to ask anew. Where one part may have spoilt it for the others, it is for the asker alone.
   */
  readonly standing: 'answered' | 'failed' | 'abandoned' | 'spoilt'
}

/** What it gave for one of them. */
export interface FetchedPart {
  /** The agency says that there is no such thing. */
  readonly isNegative: boolean
  /** Placed from the part's root, in a form that does not depend on aliases; nothing with a gap is ever kept. */
  readonly gaps: readonly Gap[]
}
