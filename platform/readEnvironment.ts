import type { z } from 'zod'
import { describeVariable } from './describeVariable.ts'
import { EnvironmentError } from './EnvironmentError.ts'

/**
 * Reads the variables that the schema declares, each behind `prefix`, and answers them typed and frozen. An empty variable
 * counts as absent. Throws an EnvironmentError that names every wrong variable and says what is allowed.
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  source: Readonly<Record<string, string | undefined>>,
  prefix = '',
): Readonly<z.output<Schema>> {
  const given: Record<string, string> = {}
  for (const name of Object.keys(schema.shape)) {
    const value = source[`${prefix}${name}`]
    if (value !== undefined && value !== '') given[name] = value
  }
  const result = schema.safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
  const shape: Readonly<Record<string, unknown>> = schema.shape
  const complaints = names.map((name) => `${prefix}${name} ${complain(shape[name], name in given)}`)
  throw new EnvironmentError(complaints.join('\n'))
}

function complain(variable: unknown, given: boolean): string {
  const { allowed } = describeVariable(variable)
  return given
    ? `has a value that is not allowed. Allowed is ${allowed}.`
    : `is not set and has no default here. Set it to ${allowed}.`
}
