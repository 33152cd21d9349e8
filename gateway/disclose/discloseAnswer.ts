import type { DocumentNode, GraphQLFormattedError, OperationDefinitionNode } from 'graphql'
import { errorCodeOf } from '../../platform/errorCodeOf.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import type { MaskedField } from './MaskedField.ts'
import type { Provenance, ProvenanceRecorder } from './ProvenanceRecorder.ts'
import { createPathCutter } from './createPathCutter.ts'
import { maskError } from './maskError.ts'
import type { MaskOptions } from './maskError.ts'
import { placeErrors } from './placeErrors.ts'

/** An answer as it leaves (GraphQL specification, section 7). */
export interface Disclosed {
  readonly body: {
    readonly errors?: readonly GraphQLFormattedError[]
    readonly data: Readonly<Record<string, unknown>> | null
    readonly extensions: {
      readonly provenance: readonly Provenance[]
      readonly masked?: readonly MaskedField[]
    }
  }
  /** The codes of its errors. */
  readonly codes: readonly ErrorCode[]
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly GraphQLFormattedError[]
  readonly masked?: readonly MaskedField[]
}

export interface DiscloseOptions extends MaskOptions {
  /** As the client wrote it. */
  readonly operation: ValidOperation
  readonly provenance: ProvenanceRecorder
}

/** What every answer goes through on its way out: its errors are masked and placed, and it says where its parts came from and which of them are shown as something else. */
export function discloseAnswer(
  { data, errors, masked = [] }: Answer,
  { provenance, operation, ...options }: DiscloseOptions,
): Disclosed {
  const extensions = { provenance: provenance.summary(), ...(masked.length > 0 && { masked }) }
  if (errors.length === 0) return { body: { data, extensions }, codes: [] }

  const cutPath = cutterOf(operation.document)(operation.definition)
  function withKnownPath(error: GraphQLFormattedError): GraphQLFormattedError {
    return error.path === undefined ? error : { ...error, path: cutPath(data, error.path) }
  }
  const placed = placeErrors(
    data,
    errors.map((error) => withKnownPath(maskError(error, options))),
  )
  return { body: { errors: placed, data, extensions }, codes: placed.map(errorCodeOf) }
}

/** While an agency is silent every answer has errors, and most are to operations that came before. */
const cutterOf = oncePerObject((document: DocumentNode) =>
  oncePerObject((definition: OperationDefinitionNode) => createPathCutter({ document, definition })),
)
