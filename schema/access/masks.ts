/** What may stand in place of a value, and the scalars whose values it can stand for. */
export const masks = {
  /** Its last four characters behind asterisks. */
  LAST4: ['String', 'ID'],
  /** The first letter of each word. */
  INITIALS: ['String'],
  /** The first day of its year. */
  YEAR_ONLY: ['Date', 'DateTime'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** A key of the table above. */
export type Mask = keyof typeof masks
