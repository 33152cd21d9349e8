import type { z } from 'zod'
import { EnvironmentError } from './EnvironmentError.ts'
import { describeVariable } from './describeVariable.ts'
import { readSecretFile } from './readSecretFile.ts'

type Source = Readonly<Record<string, string | undefined>>

/**
 * Reads the variables that the schema declares, each behind `prefix`, and answers them typed and frozen. An empty variable
 * counts as absent. One that may hold a secret may be given as `<NAME>_FILE`, the path of a file that holds the value.
 * Throws an EnvironmentError that names every wrong variable and says what is allowed.
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  source: Source,
  prefix = '',
): Readonly<z.output<Schema>> {
  const shape: Readonly<Record<string, unknown>> = schema.shape
  const given: Record<string, string> = {}
  const complaints: string[] = []
  const wrong = new Set<string>()
  for (const name of Object.keys(shape)) {
    const { value, complaint } = readValue(shape[name], source, `${prefix}${name}`)
    if (value !== undefined) given[name] = value
    if (complaint === undefined) continue
    complaints.push(complaint)
    wrong.add(name)
  }
  const result = schema.safeParse(given)
  if (result.success && complaints.length === 0) return Object.freeze(result.data)
  for (const { path } of result.error?.issues ?? []) {
    const name = String(path[0])
    if (wrong.has(name)) continue
    wrong.add(name)
    complaints.push(complain(shape[name], source, `${prefix}${name}`))
  }
  throw new EnvironmentError(complaints.join('\n'))
}

interface Given {
  readonly value?: string | undefined
  /** What is wrong with the file that should hold the value. */
  readonly complaint?: string
}

function readValue(variable: unknown, source: Source, name: string): Given {
  const value = valueOf(source, name)
  const path = describeVariable(variable).sensitive ? valueOf(source, `${name}_FILE`) : undefined
  if (path === undefined) return { value }
  if (value !== undefined) return { complaint: `${name} and ${name}_FILE are both set. Allowed is one of them.` }
  const file = readSecretFile(path)
  if ('text' in file) return { value: file.text }
  return { complaint: `${name}_FILE names a file that ${file.problem}. Allowed is a file that holds ${name}.` }
}

function valueOf(source: Source, name: string): string | undefined {
  const value = source[name]
  return value === '' ? undefined : value
}

function complain(variable: unknown, source: Source, name: string): string {
  const { allowed, sensitive } = describeVariable(variable)
  if (valueOf(source, name) !== undefined) return `${name} has a value that is not allowed. Allowed is ${allowed}.`
  if (sensitive && valueOf(source, `${name}_FILE`) !== undefined)
    return `${name}_FILE names a file with a value that is not allowed. Allowed is ${allowed}.`
  return `${name} is not set and has no default here. Set it to ${allowed}.`
}
