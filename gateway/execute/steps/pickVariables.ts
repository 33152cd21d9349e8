import type { Variables } from '../Variables.ts'

/** Those of the variables that have a value. */
export function pickVariables(variables: Variables, names: readonly string[]): Variables {
  const picked: Record<string, unknown> = {}
  for (const name of names) {
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) picked[name] = variables[name]
  }
  return picked
}
