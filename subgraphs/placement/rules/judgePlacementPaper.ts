import type { Facts, OpenPlacement } from './Facts.ts'
import type { Judgement } from './Judgement.ts'

/** How to find and judge one paper of a placement. */
export interface PlacementPaper<Paper> {
  readonly paperOf: (placement: OpenPlacement) => Paper | null
  /** The day the paper came into the world. */
  readonly dayOf: (paper: Paper) => string
  readonly judge: (paper: Paper, placement: OpenPlacement) => Judgement
}

/** Judges a paper that belongs to a placement: MISSING without an open placement, or without the paper on the day. */
export function judgePlacementPaper<Paper>(facts: Facts, { paperOf, dayOf, judge }: PlacementPaper<Paper>): Judgement {
  if (facts.placement === null) return { outcome: 'MISSING', reason: 'NO_OPEN_PLACEMENT' }
  const paper = paperOf(facts.placement)
  if (paper === null || facts.on < dayOf(paper)) return { outcome: 'MISSING' }
  return judge(paper, facts.placement)
}
