import type { Place } from '../../disclose/Place.ts'
import type { SelectedField, ValueShape } from './Selection.ts'

/** What is selected at a place inside something; undefined where nothing is. */
export function shapeAtPlace(shape: ValueShape, place: Place): ValueShape | undefined {
  let at: ValueShape | undefined = shape
  for (const step of place) {
    if (typeof step === 'number') at = at?.kind === 'list' ? at.item : undefined
    else at = at && fieldIn(at, step)?.value
  }
  return at
}

/** Of whichever of the types has it. */
function fieldIn(shape: ValueShape, key: string): SelectedField | undefined {
  if (shape.kind !== 'object') return undefined
  const { selection, typeName, typeNames } = shape
  return [typeName, ...typeNames].flatMap((name) => selection.fieldsOf(name)).find((field) => field.key === key)
}
