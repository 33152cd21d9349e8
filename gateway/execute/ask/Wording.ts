import type { AgencyAnswer } from '../../agency/AgencyAnswer.ts'
import type { Place } from '../../disclose/Place.ts'
import type { Part } from '../../fetch/Asking.ts'
import type { Variables } from '../Variables.ts'
import type { TextCursor } from '../text/TextCursor.ts'
import type { PartReader } from '../text/createPartReader.ts'

type Data = NonNullable<AgencyAnswer['data']>

/** How the parts of a fetch travel in one call, and where its answer has them. */
export interface Wording {
  readonly write: (
    parts: readonly Part[],
    variables: Variables,
  ) => { readonly query: string; readonly variables: Variables }
  /** Reads a whole answer without errors from its beginning to its end; undefined where that is none, or not to be read so. */
  readonly read: (cursor: TextCursor, parts: readonly Part[], reader: PartReader) => Data | undefined
  /** The data of so many parts, in their order; undefined where there is no place for each. */
  readonly partsOf: (data: Data, count: number) => readonly unknown[] | undefined
  /** Of so many parts the one that a path leads into, and where it leads there; undefined where it leads into none. */
  readonly ownerOf: (path: Place, count: number) => { readonly index: number; readonly place: Place } | undefined
}
