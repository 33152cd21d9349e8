import { Kind, getNullableType, isLeafType, isObjectType } from 'graphql'
import type { GraphQLObjectType, GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { isRecord } from '../../platform/isRecord.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'
import { parseFieldSet } from '../../platform/parseFieldSet.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { isStorable } from './isStorable.ts'

/** Answers the entity that a representation stands for. */
export type ReferenceResolver = (representation: object, context: unknown, info: GraphQLResolveInfo) => unknown

/**
 * The same resolver behind a check: what a representation says passes its scalars like an argument, so that a malformed
 * key, or one that no record can have, is an error of that one entity and never reaches a source; and it says one of its
 * type's keys whole.
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
    if (isObjectType(type) && !keysOf(type).some((key) => says(representation, key)))
      throw fault('BAD_USER_INPUT', { argument: 'representations' })
    return resolve(representation, context, info)
  }
}

const keysOf = oncePerObject(({ astNode, extensionASTNodes }: GraphQLObjectType): readonly SelectionSetNode[] =>
  [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .map((directive) => parseFieldSet(String(readArguments(directive)['fields']))),
)

/** Whether all of a key is there, and none of it null. */
function says(value: unknown, { selections }: SelectionSetNode): boolean {
  return selections.every((selection) => {
    if (!isRecord(value) || selection.kind !== Kind.FIELD) return false
    const said = value[selection.name.value] ?? null
    return selection.selectionSet === undefined ? said !== null : says(said, selection.selectionSet)
  })
}
