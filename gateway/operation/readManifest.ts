import { z } from 'zod'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { TooLargeError } from '../../platform/TooLargeError.ts'
import { codeOf } from '../../platform/codeOf.ts'
import { readTextFile } from '../../platform/readTextFile.ts'
import { purposeNames } from '../../schema/access/purposeNames.ts'
import type { RegisteredOperation } from './RegisteredOperation.ts'
import { hashText } from './hashText.ts'
import { manifestFormat } from './manifestFormat.ts'

/** Where a manifest lies, and whether a gateway can do without it. */
export interface ManifestPlace {
  readonly path: string
  readonly optional: boolean
}

const mostBytes = 16_777_216
const mostOperations = 10_000

const shape = z.object({
  format: z.literal(manifestFormat.format),
  version: z.literal(manifestFormat.version),
  operations: z.array(
    z.object({
      id: z.string(),
      name: z.string().regex(/^[_A-Za-z]\w{0,199}$/),
      type: z.enum(['query', 'mutation']),
      body: z.string().min(1),
      purposes: z.array(z.string()),
    }),
  ),
})

type GivenOperation = z.output<typeof shape>['operations'][number]

/**
 * Reads a manifest of registered operations, by their hashes. Throws an EnvironmentError for a file that is none, or whose
 * operations are too many, stand twice, are not what their hash says, or have no purpose that there is.
 */
export async function readManifest({
  path,
  optional,
}: ManifestPlace): Promise<ReadonlyMap<string, RegisteredOperation>> {
  const text = await readText(path)
  if (text === undefined) {
    if (optional) return new Map()
    throw wrong('that cannot be read')
  }
  const { operations } = parseManifest(text)
  if (operations.length > mostOperations) throw wrong(`of more than ${mostOperations} operations`)
  const known = new Map<string, RegisteredOperation>()
  const names = new Set<string>()
  for (const given of operations) {
    const operation = readOperation(given)
    if (known.has(operation.id) || names.has(operation.name)) throw wrong(`in which ${operation.name} stands twice`)
    known.set(operation.id, operation)
    names.add(operation.name)
  }
  return known
}

/** Undefined where there is none: one that cannot be read is not as good as none. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readTextFile(path, mostBytes)
  } catch (error) {
    if (error instanceof TooLargeError) throw wrong(`of more than ${mostBytes} bytes`)
    if (codeOf(error) === 'ENOENT') return undefined
    throw wrong('that cannot be read')
  }
}

function parseManifest(text: string): z.output<typeof shape> {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw wrong('that is no manifest')
  }
}

function readOperation({ id, name, type, body, purposes: given }: GivenOperation): RegisteredOperation {
  if (id !== hashText(body)) throw wrong(`in which the id of ${name} is not the SHA-256 of its body`)
  const known = purposeNames.filter((purpose) => given.includes(purpose))
  if (known.length === 0 || known.length < given.length)
    throw wrong(`in which ${name} has not one or more of the purposes ${purposeNames.join(', ')}, each once`)
  return Object.freeze({ id, name, type, body, purposes: Object.freeze(known) })
}

function wrong(what: string): EnvironmentError {
  const allowed = `Allowed is a manifest in the format ${manifestFormat.format}, such as \`npm run operations\` writes.`
  return new EnvironmentError(`OPERATIONS_PATH names a file ${what}. ${allowed}`)
}
