import type { Cursors } from './createCursors.ts'

/** What every resolver of an agency gets: the agency's source for this request, and the day. */
export interface AgencyContext<Source> {
  readonly source: Source
  readonly cursors: Cursors
  /** Today in Central Indonesian Time (UTC+8), `YYYY-MM-DD`. */
  readonly today: string
}
