import { getNullableType, isLeafType, isObjectType } from 'graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { isStorable } from './isStorable.ts'

/** Answers the entity that a representation stands for. */
export type ReferenceResolver = (representation: object, context: unknown, info: GraphQLResolveInfo) => unknown

/**
 * The same resolver behind a check: what a representation says passes its scalars like an argument, so that a malformed
 * key, or one that no record can have, is an error of that one entity and never reaches a source.
 */
export function checkReference(resolve: ReferenceResolver): ReferenceResolver {
  return async function resolveChecked(representation, context, info) {
    const type = '__typename' in representation ? info.schema.getType(String(representation.__typename)) : undefined
    const fields = isObjectType(type) ? type.getFields() : {}
    for (const [name, value] of Object.entries<unknown>({ ...representation })) {
      const scalar = getNullableType(fields[name]?.type)
      if (value === null || !isLeafType(scalar)) continue
      scalar.parseValue(value)
      if (!isStorable(value)) throw fault('BAD_USER_INPUT')
    }
    return resolve(representation, context, info)
  }
}
