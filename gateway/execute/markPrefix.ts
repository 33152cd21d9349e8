/** What the names of marks begin with: no text of a client can hold such a directive, since it is no name in GraphQL. */
export const markPrefix = 'satu-atap:'
