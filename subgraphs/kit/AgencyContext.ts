import type { CallClaims } from '../../platform/CallClaims.ts'
import type { Cursors } from './createCursors.ts'

/** Who asks, as far as it makes a difference. */
export type Asker = Pick<CallClaims, 'purpose' | 'scopes'>

/** What every resolver of an agency gets: the agency's source for this request, the day, and who asks. */
export interface AgencyContext<Source> {
  readonly source: Source
  readonly cursors: Cursors
  /** Today in Central Indonesian Time (UTC+8), `YYYY-MM-DD`. */
  readonly today: string
  /** Which fields may be seen the gateway has judged; this is for what depends on the value of an argument. */
  readonly asker: Asker
}
