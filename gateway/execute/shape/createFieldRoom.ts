/** Room for what a plan remembers of selections for each type that they meet. */
export interface FieldRoom {
  /** Takes room for so many fields, unless there is none left. */
  readonly take: (fields: number) => boolean
  readonly taken: () => number
}

/**
 * Fields that a plan remembers. One that selects of interfaces has the fields of each selection for each type; only where a text selects
 * other fields for each way of types that leads somewhere are there more than these, and what is beyond them is made each time.
 */
const mostFields = 20_000

/** Makes the room of one plan. */
export function createFieldRoom(most: number = mostFields): FieldRoom {
  let taken = 0
  return {
    take(fields) {
      if (taken + fields > most) return false
      taken += fields
      return true
    },
    taken: () => taken,
  }
}
