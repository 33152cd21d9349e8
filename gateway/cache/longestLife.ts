/** Milliseconds after which nothing is served any more, whatever its agency allows. Counters live longer than this. */
export const longestLife = 86_400_000
