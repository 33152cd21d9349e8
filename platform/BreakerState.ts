/** Whether calls to an agency go out, are refused, or wait for the outcome of one probe. */
export type BreakerState = 'closed' | 'open' | 'half-open'
