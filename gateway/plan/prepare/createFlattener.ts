import type { GraphQLSchema } from 'graphql'
import { mapSelections } from '../../document/mapSelections.ts'
import { nothingField } from '../../document/nothingField.ts'
import { operationOf } from '../../document/operationOf.ts'
import { responseKeys } from '../../document/responseKeys.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import { inlineFragments } from '../planner/inlineFragments.ts'
import { readInterfaceObjects } from '../planner/readInterfaceObjects.ts'
import type { SettledOperation } from './createConditionSettler.ts'

/** The same operation in a form that the planner can plan. */
export type Flattener = (operation: SettledOperation) => SettledOperation

/**
 * Makes the flattener of a supergraph. Where agencies know an interface as an object, the planner fails at fragments on unions
 * and on what a thing is anyway.
 */
export function createFlattener(supergraph: GraphQLSchema): Flattener {
  const { names } = readInterfaceObjects(supergraph)
  if (names.size === 0) return (operation) => operation

  return function flatten({ document: given, hidden }) {
    const key = hidden ?? unusedPrefix('nothing', responseKeys(given))
    let isUsed = hidden !== undefined
    const document = mapSelections(given, supergraph, (set, { type, fragments }) => {
      if (!names.has(type.name)) return set.selections
      const selections = inlineFragments(set, type, { schema: supergraph, fragments })
      if (selections.length > 0) return selections
      isUsed = true
      return [nothingField(key)]
    })
    return { ...operationOf(document), hidden: isUsed ? key : undefined }
  }
}
