import { setImmediate as nextTurn } from 'node:timers/promises'
import { parse } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { messageOf } from '../../platform/messageOf.ts'
import type { Purpose } from '../../schema/access/purposes.ts'
import type { RegisteredOperation } from './RegisteredOperation.ts'
import { checkDocument } from './checkDocument.ts'
import type { DocumentRules } from './checkDocument.ts'
import { fingerprintText } from './fingerprintText.ts'
import { selectOperation } from './selectOperation.ts'

/** A registered operation that fits the schema. */
export interface ReadyOperation {
  readonly id: string
  readonly name: string
  readonly purposes: readonly Purpose[]
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
}

/** The registered operations of a schema. */
export interface Registry {
  readonly all: readonly ReadyOperation[]
  /** By the SHA-256 of its body. */
  readonly byHash: (hash: string) => ReadyOperation | undefined
  /** By its body, or by a text that differs from it in nothing but white space, commas and comments, and is not much longer. */
  readonly byText: (text: string) => ReadyOperation | undefined
}

/** Times the characters of the longest body that another text of it may have, and those that it may have besides. */
const formatting = 4
const remarks = 1_024

/** Names of operations that a message tells at most. */
const mostNames = 10

/**
 * Makes the registry of the operations of a manifest. Throws an EnvironmentError that names those which the schema or the
 * limits do not allow. Other requests are answered meanwhile: there may be thousands.
 */
export async function createRegistry(
  operations: Iterable<RegisteredOperation>,
  rules: DocumentRules,
): Promise<Registry> {
  const byId = new Map<string, ReadyOperation>()
  const byDigest = new Map<string, ReadyOperation>()
  const misfits: string[] = []
  let mostTokens = 0
  let longestBody = 0
  for (const operation of operations) {
    await nextTurn()
    try {
      const ready = readOperation(operation, rules)
      const fingerprint = fingerprintText(operation.body, rules.limits.tokens)
      mostTokens = Math.max(mostTokens, fingerprint?.tokens ?? 0)
      longestBody = Math.max(longestBody, operation.body.length)
      byId.set(ready.id, ready)
      if (fingerprint !== undefined) byDigest.set(fingerprint.digest, ready)
    } catch (error) {
      misfits.push(`${operation.name} (${describe(error)})`)
    }
  }
  if (misfits.length > 0) throw misfit(misfits)
  return {
    all: Object.freeze([...byId.values()]),
    byHash: (hash) => byId.get(hash),
    byText(text) {
      // A single token can take as long to read as its text is.
      if (text.length > longestBody * formatting + remarks) return undefined
      return byDigest.get(fingerprintText(text, mostTokens)?.digest ?? '')
    },
  }
}

function readOperation({ id, name, type, body, purposes }: RegisteredOperation, rules: DocumentRules): ReadyOperation {
  // Places in the text would take most of the memory, and mean nothing to a client that sent a hash.
  const document = parse(body, { maxLexicalTokens: rules.limits.tokens, noLocation: true })
  checkDocument(document, rules)
  const definition = selectOperation(document, { operationName: undefined, method: 'POST' })
  const given: string = definition.operation
  if (definition.name?.value !== name || given !== type)
    throw new Error('The operation in its body has another name or type.')
  return Object.freeze({ id, name, purposes, document, definition })
}

function misfit(misfits: readonly string[]): EnvironmentError {
  const told = misfits.slice(0, mostNames).join(', ')
  const more = misfits.length > mostNames ? `, and ${misfits.length - mostNames} more` : ''
  return new EnvironmentError(
    `OPERATIONS_PATH names operations that the supergraph or a limit does not allow: ${told}${more}.`,
  )
}

function describe(error: unknown): string {
  if (error instanceof AggregateError) return describe(error.errors[0])
  return messageOf(error)
}
