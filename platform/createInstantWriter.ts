/**
 * Makes what writes instants, in milliseconds since the epoch, as texts (RFC 3339). The same instant is not written again: many
 * lines are of one millisecond, and many parts of an answer.
 */
export function createInstantWriter(): (instant: number) => string {
  let latest: number | undefined
  let text = ''
  return function writeInstant(instant) {
    if (instant !== latest) {
      text = new Date(instant).toISOString()
      latest = instant
    }
    return text
  }
}
