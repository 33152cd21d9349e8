/** Bytes of the longest line: an entry about 20,000 applicants. It bounds what a reader has to hold. */
export const longestLine = 1_048_576
