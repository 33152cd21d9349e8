import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { checkVariableDepth } from './checkVariableDepth.ts'
import { checkVariables } from './checkVariables.ts'
import { createDocumentFinder } from './createDocumentFinder.ts'
import type { DocumentChoice, DocumentFinderOptions } from './createDocumentFinder.ts'
import type { ReadyOperation } from './createRegistry.ts'
import { digestOperation } from './digestOperation.ts'
import { selectOperation } from './selectOperation.ts'
import type { OperationChoice } from './selectOperation.ts'

/** A request for an operation, as it came. */
export interface OperationRequest extends DocumentChoice, OperationChoice {
  readonly variables: Readonly<Record<string, unknown>>
}

/** An operation that may be planned and run. */
export interface Operation {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  /** See `digestOperation`. */
  readonly digest: string
  /** What it is registered as, however the client named it; undefined where it is not. */
  readonly registered: Pick<ReadyOperation, 'name' | 'purposes'> | undefined
}

/** Reads operations, and remembers the documents that were good. */
export interface OperationReader {
  /** Throws a fault, or an AggregateError of faults, for what may not run. */
  readonly read: (request: OperationRequest) => Operation
  /** All registered operations. They fit the schema: `createRegistry` made sure of it. */
  readonly registered: () => readonly ReadyOperation[]
}

export interface OperationReaderOptions extends DocumentFinderOptions {
  /** The key of operations' digests, see `digestOperation`. */
  readonly digestKey: Buffer
}

/** Makes the reader of a schema's operations: document, choice, variables, in this order, cheapest first. */
export function createOperationReader({ digestKey, ...options }: OperationReaderOptions): OperationReader {
  const { schema, limits, registry } = options
  const findDocument = createDocumentFinder(options)
  const digests = new WeakMap<OperationDefinitionNode, string>()

  return {
    read(request) {
      const { document, registered } = findDocument(request)
      const definition = selectOperation(document, request)
      checkVariableDepth(request.variables, limits.depth)
      checkVariables(schema, definition, request.variables)
      const digest = digests.get(definition) ?? digestOperation(document, definition, digestKey)
      digests.set(definition, digest)
      return { document, definition, variables: request.variables, digest, registered }
    },
    registered: () => registry?.all ?? [],
  }
}
