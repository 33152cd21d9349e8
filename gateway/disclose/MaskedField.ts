import type { Mask } from '../../schema/access/masks.ts'

/** A field of whose values something else is shown. */
export interface MaskedField {
  readonly field: string
  readonly mask: Mask
}
