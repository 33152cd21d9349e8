/** Entries of a list of which the supergraph says nothing. */
export const assumedEntries = 10
