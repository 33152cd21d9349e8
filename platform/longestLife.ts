/**
 * Milliseconds after which nothing is served any more, whatever its agency allows: a day fresh and a week more while the agency
 * is silent, as regions may be. Counters live longer than this.
 */
export const longestLife = 8 * 86_400_000
