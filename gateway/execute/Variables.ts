/** The variables of a fetch. */
export type Variables = Readonly<Record<string, unknown>>
