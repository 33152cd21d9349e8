import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { Agency } from './Agency.ts'

/** The agencies with these names, or all of them without a name. Throws an EnvironmentError for a name that is none's. */
export function chooseAgencies(agencies: readonly Agency[], names: readonly string[]): readonly Agency[] {
  const known = agencies.map(({ name }) => name as string)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new EnvironmentError(`There is no agency of that name. The agencies are ${known.join(', ')}.`)
  return names.length === 0 ? agencies : agencies.filter(({ name }) => names.includes(name))
}
