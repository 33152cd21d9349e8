import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { fault } from '../../platform/fault.ts'
import type { OperationLimits } from './OperationLimits.ts'
import { checkSize } from './checkSize.ts'
import { checkVariableDepth } from './checkVariableDepth.ts'
import { checkVariables } from './checkVariables.ts'
import { digestOperation } from './digestOperation.ts'
import { parseDocument } from './parseDocument.ts'
import { selectOperation } from './selectOperation.ts'
import type { OperationChoice } from './selectOperation.ts'
import { validateDocument } from './validateDocument.ts'

/** A request for an operation, as it came. */
export interface OperationRequest extends OperationChoice {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** An operation that may be planned and run. */
export interface Operation {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  /** See `digestOperation`. */
  readonly digest: string
}

/** Reads operations, and remembers the documents that were good. */
export interface OperationReader {
  /** Throws a fault, or an AggregateError of faults, for what may not run. */
  readonly read: (request: OperationRequest) => Operation
}

export interface OperationReaderOptions {
  readonly schema: GraphQLSchema
  readonly limits: OperationLimits
  /** Whether clients may see the schema: introspection, and details of what does not fit it. */
  readonly open: boolean
  /** The key of operations' digests, see `digestOperation`. */
  readonly digestKey: Buffer
}

/** Documents are remembered up to this many, and this many characters of text; a tree takes some 80 times its text. */
const mostDocuments = 1000
const mostText = 524_288

/** Makes the reader of a schema's operations: tokens, size, validity, choice, variables, in this order, cheapest first. */
export function createOperationReader({ schema, limits, open, digestKey }: OperationReaderOptions): OperationReader {
  const documents = new LRUCache<string, DocumentNode>({ max: mostDocuments, maxSize: mostText })
  const digests = new WeakMap<OperationDefinitionNode, string>()

  function readDocument(text: string): DocumentNode {
    const known = documents.get(text)
    if (known !== undefined) return known
    const document = parseDocument(text, limits.tokens)
    checkSize(document, limits)
    validateDocument(schema, document, open)
    documents.set(text, document, { size: text.length })
    return document
  }

  return {
    read(request) {
      const document = whileShallow(() => readDocument(request.query))
      const definition = selectOperation(document, request)
      checkVariableDepth(request.variables, limits.depth)
      checkVariables(schema, definition, request.variables)
      const digest = digests.get(definition) ?? digestOperation(document, definition, digestKey)
      digests.set(definition, digest)
      return { document, definition, variables: request.variables, digest }
    },
  }
}

/** Parser and rules go down by recursion: a text nested so deep that the stack ends is too large, whatever its tokens. */
function whileShallow<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof RangeError ? fault('OPERATION_TOO_LARGE') : error
  }
}
