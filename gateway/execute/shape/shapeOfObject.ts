import type { ObjectShape, SelectionSource } from './Selection.ts'
import { createSelection } from './createSelection.ts'
import type { SelectionScope } from './createSelection.ts'
import { typeNamesOf } from './typeNamesOf.ts'

/** What an object must look like of which these selections are made. */
export function shapeOfObject(
  typeName: string,
  sources: readonly SelectionSource[],
  scope: SelectionScope,
): ObjectShape {
  const typeNames = typeNamesOf(scope.schema, typeName)
  return { kind: 'object', nullable: true, typeName, typeNames, selection: createSelection(sources, scope) }
}
