import type { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'

/** The fault of an argument that asks for more entries of a list than are allowed, or for fewer than none. */
export function pageOutOfRange(argument: string, allowed: number): GraphQLError {
  return fault('PAGE_SIZE_OUT_OF_RANGE', { argument, allowed })
}
