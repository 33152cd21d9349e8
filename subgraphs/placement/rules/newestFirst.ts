interface Dated<Paper> {
  /** The day a paper came into the world. */
  readonly dayOf: (paper: Paper) => string
  /** The day judged for. */
  readonly on: string
}

/** The papers that existed on a day, newest first; papers of one day keep their order. */
export function newestFirst<Paper>(papers: readonly Paper[], { dayOf, on }: Dated<Paper>): readonly Paper[] {
  return papers.filter((paper) => dayOf(paper) <= on).toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)))
}
