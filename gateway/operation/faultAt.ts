import { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'

/** A fault at the place of an error in the document. Of the error's own words only the sentence given is told. */
export function faultAt(code: ErrorCode, { source, positions }: GraphQLError, sentence?: string): GraphQLError {
  const { message, extensions } = fault(code)
  return new GraphQLError(sentence === undefined ? message : `${message} ${sentence}`, {
    source,
    positions,
    extensions,
  })
}
