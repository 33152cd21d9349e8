import { isAbstractType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Part } from '../../fetch/Asking.ts'
import type { AnsweredPart } from './Answered.ts'

/**
 * An interface object has no type of its own at an agency, which calls it by the name of the interface. The object that it stands
 * for may have one, and keeps it.
 */
export function leaveTypesOpen(
  asked: readonly Part[],
  parts: readonly AnsweredPart[],
  supergraph: GraphQLSchema,
): void {
  for (const [index, { __typename: name }] of asked.entries()) {
    const entity = parts[index]?.data
    if (isRecord(entity) && entity['__typename'] === name && isAbstractType(supergraph.getType(String(name))))
      delete entity['__typename']
  }
}
