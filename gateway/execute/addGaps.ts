import type { Gap } from '../disclose/Gap.ts'
import { mostGaps } from './mostGaps.ts'

/** Notes gaps of an answer, one by one: as many arguments as an agency can make errors are too many for a call. */
export function addGaps<One extends Gap>(to: One[], gaps: Iterable<One>): void {
  for (const gap of gaps) {
    if (to.length >= mostGaps) return
    to.push(gap)
  }
}
