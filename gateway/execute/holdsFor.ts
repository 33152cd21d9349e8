import type { Condition } from './Condition.ts'
import type { Variables } from './Variables.ts'

/** Whether all conditions of one of these hold with these variables. */
export function holdsFor(when: readonly (readonly Condition[])[], variables: Variables): boolean {
  return when.some((all) => all.every(({ variable, wanted, fallback }) => (variables[variable] ?? fallback) === wanted))
}
