import type { Variables } from '../../execute/Variables.ts'
import type { PreparedOperation } from './prepareOperation.ts'

/** The variables with which a prepared operation runs, given the client's. */
export function variablesOf({ literals, variables }: PreparedOperation, given: Variables): Variables {
  const all: Record<string, unknown> = { ...given, ...literals }
  for (const [own, name] of variables) if (Object.hasOwn(given, name)) all[own] = given[name]
  return all
}
