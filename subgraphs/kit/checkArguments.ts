import type { GraphQLFieldResolver } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { isStorable } from './isStorable.ts'

type Resolver = GraphQLFieldResolver<unknown, unknown, Readonly<Record<string, unknown>>>

/**
 * The same resolver behind a check: an argument that no record can hold is an error of that one field, and never reaches a
 * source.
 */
export function checkArguments(resolve: Resolver): Resolver {
  return function resolveChecked(...[source, given, context, info]) {
    const unstorable = Object.entries(given).find(([, value]) => !isStorable(value))
    if (unstorable !== undefined) throw fault('BAD_USER_INPUT', { argument: unstorable[0] })
    return resolve(source, given, context, info)
  }
}
