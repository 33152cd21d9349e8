/** Errors that an answer tells of at most, and that are read of an agency's: as many as the largest list of applicants can have, and more. */
export const mostGaps = 50_000
