/**
 * A text that stands for a NIK that is not known yet: the one so many persons after a NIK of the request. Answers are made
 * once with stand-ins, and then with the NIKs of each request in their place.
 */
export const standIn = {
  /** Stands for the person so many steps after the NIK that is given under this index. */
  of: (index: number, steps = 0): string => `NIK~${index}~${steps}~`,

  /** Finds stand-ins in a text; its groups are the index and the steps. */
  pattern: /NIK~(\d+)~(\d+)~/,
}
