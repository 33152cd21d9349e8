/** Levels of lists and objects in the deepest value of a scalar that is taken: what goes through it does so by calling itself. */
const deepest = 100

/** Whether a value of a scalar that only its agency knows is no deeper than it may be. */
export function isShallow(value: unknown, levels: number = deepest): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1))
}
