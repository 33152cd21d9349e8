import type { GraphQLFormattedError } from 'graphql'
import { errorCodeOf } from '../../platform/errorCodeOf.ts'
import { errors } from '../../platform/errors.ts'
import { keepDetails } from './keepDetails.ts'

export interface MaskOptions {
  readonly correlationId: string
  /** Whether the operation may be sent again as it is. A mutation may not: part of it may have been done. */
  readonly repeatable: boolean
  /** Takes what became INTERNAL. Log it as `error`: the logger leaves out its message. */
  readonly report: (error: unknown) => void
}

/** An error as it may leave: with a code of the table and the table's texts. Anything else is reported and becomes INTERNAL. */
export function maskError(
  error: GraphQLFormattedError,
  { correlationId, repeatable, report }: MaskOptions,
): GraphQLFormattedError {
  const { path, extensions = {} } = error
  const code = errorCodeOf(error)
  if (code === 'INTERNAL') report(error)
  const { en, id, retryable } = errors[code]
  return {
    message: en,
    ...(path === undefined ? {} : { path }),
    extensions: {
      code,
      retryable: retryable && repeatable,
      translations: { id },
      correlationId,
      ...keepDetails(extensions),
    },
  }
}
