import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { Variables } from '../execute/Variables.ts'
import type { CostRules } from './CostRules.ts'
import { checkVariableDepth } from './checkVariableDepth.ts'
import { compileNullCheck } from './compileNullCheck.ts'
import type { NullCheck } from './compileNullCheck.ts'
import { compileVariables } from './compileVariables.ts'
import type { ReadVariables } from './compileVariables.ts'
import { createCostMeter } from './createCostMeter.ts'
import type { CostMeter } from './createCostMeter.ts'
import { createDocumentFinder } from './createDocumentFinder.ts'
import type { DocumentChoice, DocumentFinderOptions } from './createDocumentFinder.ts'
import type { ReadyOperation } from './createRegistry.ts'
import { digestOperation } from './digestOperation.ts'
import { selectOperation } from './selectOperation.ts'
import type { OperationChoice } from './selectOperation.ts'
import { tooLarge } from './tooLarge.ts'

/** A request for an operation, as it came. */
export interface OperationRequest extends DocumentChoice, OperationChoice {
  readonly variables: Readonly<Record<string, unknown>>
}

/** What an operation is called where it is told of. */
export interface FoundOperation {
  /** See `digestOperation`. */
  readonly digest: string
  /** What it is registered as, however the client named it; undefined where it is not. */
  readonly registered: Pick<ReadyOperation, 'name' | 'purposes'> | undefined
}

/** An operation that may be planned and run. */
export interface Operation extends FoundOperation {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  /** The same as their types take them, with defaults. */
  readonly coerced: Variables
}

/** Reads operations, and remembers the documents that were good. */
export interface OperationReader {
  /**
   * Throws a fault, or an AggregateError of faults, for what may not run. `onFound` is told of an operation that is good by itself,
   * also where its variables or its cost are refused then.
   */
  readonly read: (request: OperationRequest, onFound?: (found: FoundOperation) => void) => Operation
}

export interface OperationReaderOptions extends DocumentFinderOptions {
  /** What the supergraph says of costs: the schema that clients see says nothing of them. */
  readonly costs: CostRules
  /** The key of operations' digests, see `digestOperation`. */
  readonly digestKey: Buffer
}

/** What of an operation is the same in every request. */
interface CompiledOperation {
  readonly readVariables: ReadVariables
  readonly refuseNulls: NullCheck
  readonly costOf: CostMeter
  readonly digest: string
}

/** Makes the reader of a schema's operations: document, choice, variables, cost, in this order. What an operation compiles to is made when it first comes. */
export function createOperationReader({ digestKey, costs, ...options }: OperationReaderOptions): OperationReader {
  const { schema, limits } = options
  const findDocument = createDocumentFinder(options)
  const costOptions = { schema, costs, pageSize: limits.pageSize }
  const compiled = new WeakMap<OperationDefinitionNode, CompiledOperation>()

  function compile(document: DocumentNode, definition: OperationDefinitionNode): CompiledOperation {
    const made = {
      readVariables: compileVariables(schema, definition),
      refuseNulls: compileNullCheck(schema, document, definition),
      costOf: createCostMeter(document, definition, costOptions),
      digest: digestOperation(document, definition, digestKey),
    }
    compiled.set(definition, made)
    return made
  }

  return {
    read(request, onFound) {
      const { document, registered } = findDocument(request)
      const definition = selectOperation(document, request)
      const { readVariables, refuseNulls, costOf, digest } = compiled.get(definition) ?? compile(document, definition)
      onFound?.({ digest, registered })
      checkVariableDepth(request.variables, limits.depth)
      const coerced = readVariables(request.variables)
      refuseNulls(coerced)
      // A cost beyond all numbers may be NaN, which is not greater than anything.
      const cost = costOf(coerced)
      if (!(cost <= limits.cost)) throw tooLarge('cost', limits.cost, cost)
      return { document, definition, variables: request.variables, coerced, digest, registered }
    },
  }
}
