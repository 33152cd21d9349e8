import type { ErrorCode } from '../../platform/errors.ts'
import type { Mask } from '../../schema/access/masks.ts'

/** What was decided about a field before the operation is planned, see `markField`. */
export type Mark =
  /** No agency is asked for it: it is null, and an error says why. */
  | { readonly kind: 'withheld'; readonly code: ErrorCode; readonly field: string; readonly agency?: string }
  /** No agency is asked for it: it is null, as if there were nothing. */
  | { readonly kind: 'absent' }
  /** Something else is shown in its place. */
  | { readonly kind: 'masked'; readonly mask: Mask; readonly field: string }
  /** Not the client's: it says whose record the object is. */
  | { readonly kind: 'dataSubject' }
