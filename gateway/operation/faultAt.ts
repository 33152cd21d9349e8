import { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'
import type { Described } from '../disclose/Described.ts'

/** A fault at the place of an error in the document. Of the error's own words only what is given is told: a sentence, or more. */
export function faultAt(
  code: ErrorCode,
  { source, positions }: GraphQLError,
  described?: string | Described,
): GraphQLError {
  const { message, extensions } = fault(code)
  const { sentence, ...details } = typeof described === 'string' ? { sentence: described } : (described ?? {})
  return new GraphQLError(sentence === undefined ? message : `${message} ${sentence}`, {
    source,
    positions,
    extensions: { ...extensions, ...details },
  })
}
