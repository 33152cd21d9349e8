/** Where something stands in an answer: response keys and list positions from the root. */
export type Place = readonly (string | number)[]
