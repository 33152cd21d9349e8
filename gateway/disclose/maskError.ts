import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import { errors } from '../../platform/errors.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { causesOf } from './causesOf.ts'
import { describeSyntaxError } from './describeSyntaxError.ts'
import { describeValidationError } from './describeValidationError.ts'
import { describeVariableError } from './describeVariableError.ts'
import { keepDetails } from './keepDetails.ts'

export interface MaskOptions {
  readonly correlationId: string
  /** Takes what became INTERNAL. Log it as `error`: the logger leaves out its message. */
  readonly report: (error: unknown) => void
}

/**
 * An error as it may leave, given as the server would send it and as it was thrown. It has a code of the table with the
 * table's texts; what is wrong with an operation or a variable is said in a sentence without any value. Anything else
 * is reported and becomes INTERNAL.
 */
export function maskError(
  error: GraphQLFormattedError,
  cause: unknown,
  { correlationId, report }: MaskOptions,
): GraphQLFormattedError {
  const causes = causesOf(cause)
  const code = codeOf(error.extensions?.['code'], causes)
  if (code === 'INTERNAL') report(causes.at(-1) ?? cause)
  const { en, id, retryable } = errors[code]
  const sentence = describe(code, causes)
  const { locations, path, extensions = {} } = error
  return {
    message: sentence === undefined ? en : `${en} ${sentence}`,
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code, retryable, translations: { id }, correlationId, ...keepDetails(extensions) },
  }
}

function codeOf(given: unknown, causes: readonly Error[]): ErrorCode {
  if (given === 'GRAPHQL_VALIDATION_FAILED') {
    // The server puts its code over that of a scalar, or of a rule of our own.
    return causes.map(codeIn).find((code) => code !== undefined && code !== given) ?? given
  }
  if (isErrorCode(given)) return given
  return describeVariableError(causes) === undefined ? 'INTERNAL' : 'BAD_USER_INPUT'
}

function codeIn(error: Error): ErrorCode | undefined {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined
  return isErrorCode(code) ? code : undefined
}

function describe(code: ErrorCode, causes: readonly Error[]): string | undefined {
  if (code === 'GRAPHQL_PARSE_FAILED') return describeSyntaxError(causes)
  if (code === 'GRAPHQL_VALIDATION_FAILED') return describeValidationError(causes)
  // Validation errors that became another code have no variable's definition as their only node.
  return describeVariableError(causes)
}
