import { GraphQLError, Kind, OperationTypeNode, parse, print } from 'graphql'
import type { DocumentNode, GraphQLErrorExtensions, OperationDefinitionNode } from 'graphql'
import type { RefusalDetails } from '../../platform/fault.ts'
import { messageOf } from '../../platform/messageOf.ts'
import { purposeNames } from '../../schema/access/purposeNames.ts'
import type { Purpose } from '../../schema/access/purposes.ts'
import type { RegisteredOperation } from './RegisteredOperation.ts'
import { hashText } from './hashText.ts'
import { manifestFormat } from './manifestFormat.ts'

/** A file that holds one operation, named after it. */
export interface OperationFile {
  /** Without its ending. */
  readonly name: string
  readonly text: string
}

/** A manifest as text, or what is wrong with the files, in sentences. */
export interface Registration {
  readonly problems: readonly string[]
  readonly manifest: string
}

/**
 * Makes the manifest of operations from their files, in the format `apollo-persisted-query-manifest`. A file begins with
 * `# Purposes:` and `# For`; `judge` throws for an operation that may not run.
 */
export function registerOperations(
  files: readonly OperationFile[],
  judge: (document: DocumentNode) => void,
): Registration {
  const problems: string[] = []
  const operations: RegisteredOperation[] = []
  for (const file of files.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    try {
      const { operation, document } = readFile(file)
      const same = operations.find(({ id, name }) => id === operation.id || name === operation.name)
      if (same !== undefined) throw new Error(`It has the name or the text of ${same.name}.`)
      judge(document)
      operations.push(operation)
    } catch (error) {
      problems.push(`${file.name}.graphql: ${describe(error)}`)
    }
  }
  return { problems, manifest: `${JSON.stringify({ ...manifestFormat, operations }, undefined, 2)}\n` }
}

function readFile({ name: fileName, text }: OperationFile): { operation: RegisteredOperation; document: DocumentNode } {
  const allowed = readPurposes(text)
  const document = parse(text, { noLocation: true })
  const { name, type } = readOperation(document)
  if (name !== fileName) throw new Error('It is not named after its operation.')
  const body = print(document)
  return { operation: { id: hashText(body), name, type, body, purposes: allowed }, document }
}

function readPurposes(text: string): readonly Purpose[] {
  const [first = '', second = ''] = text.split('\n')
  const given = /^# Purposes: (.+)$/.exec(first)?.[1]?.split(', ') ?? []
  const known = purposeNames.filter((purpose) => given.includes(purpose))
  if (given.length === 0 || known.length < given.length)
    throw new Error(`Its first line is not \`# Purposes:\` with one or more of ${purposeNames.join(', ')}, each once.`)
  if (!/^# For \w/.test(second))
    throw new Error('Its second line does not say for whom it is, as `# For workers: ...`.')
  return known
}

function readOperation({ definitions }: DocumentNode): Pick<RegisteredOperation, 'name' | 'type'> {
  const [operation, ...more] = definitions.filter(isOperation)
  if (operation?.name === undefined || more.length > 0) throw new Error('It does not hold one operation with a name.')
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new Error('Nothing answers subscriptions.')
  return { name: operation.name.value, type: operation.operation }
}

function isOperation(definition: DocumentNode['definitions'][number]): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION
}

function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join(' ')
  return error instanceof GraphQLError ? `${error.message}${describeLimit(error.extensions)}` : messageOf(error)
}

function describeLimit({ limit, allowed, asked }: RefusalDetails & GraphQLErrorExtensions): string {
  if (limit === undefined) return ''
  return ` The limit of its ${limit} is ${String(allowed)}${asked === undefined ? '' : `, and it has ${asked}`}.`
}
