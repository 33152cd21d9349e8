import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { ObjectShape } from './Selection.ts'

/** Whether something is selected of one of the types alone that an object may have: it is missing where nobody says which it is. */
export const asksOneType = oncePerObject(({ selection, typeName, typeNames }: ObjectShape): boolean => {
  const ofAll = selection.fieldsOf(typeName).length
  return [...typeNames].some((name) => selection.fieldsOf(name).length > ofAll)
})
