import type { GraphQLFormattedError } from 'graphql'
import { lengthToNull } from '../../../gateway/disclose/lengthToNull.ts'

/** Whether an error stands nowhere in an answer: it is about what agencies need of each other, or the type of an object. */
export function isAstray(data: unknown, { path }: GraphQLFormattedError): boolean {
  return path === undefined || lengthToNull(data, path) === undefined
}
