/** How an announcement ended: what it names is served no more, it was refused, or the cache did not take it. */
export type ChangeOutcome = 'taken' | 'refused' | 'failed'

/** Where announcements of agencies are counted. */
export interface ChangeMetrics {
  /** The agency is undefined where whoever announced did not prove to be one. */
  readonly ended: (agency: string | undefined, outcome: ChangeOutcome) => void
}
