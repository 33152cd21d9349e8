import type { Condition } from './Condition.ts'
import type { Variables } from './Variables.ts'

/** Whether all conditions of one of these hold with these variables. */
export function holdsFor(when: readonly (readonly Condition[])[], variables: Variables): boolean {
  return when.some((all) => all.every((condition) => holds(condition, variables)))
}

/** A variable may have the name of something that every object has. */
function holds({ variable, wanted, fallback }: Condition, variables: Variables): boolean {
  const given = Object.hasOwn(variables, variable) ? variables[variable] : undefined
  return (given ?? fallback) === wanted
}
