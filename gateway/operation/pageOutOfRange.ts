import { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'

/** The fault of an argument that asks for more entries of a list than are allowed, or for fewer than none. */
export function pageOutOfRange(argument: string, allowed: number): GraphQLError {
  const { message, extensions } = fault('PAGE_SIZE_OUT_OF_RANGE', { argument })
  return new GraphQLError(message, { extensions: { ...extensions, allowed } })
}
