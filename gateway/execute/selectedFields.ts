import type { SelectedField, Selection } from './Selection.ts'
import type { Variables } from './Variables.ts'
import { holdsFor } from './holdsFor.ts'

/** The fields of a selection that an object of a type has with these variables. */
export function selectedFields(selection: Selection, typeName: string, variables: Variables): readonly SelectedField[] {
  const fields = selection.fieldsOf(typeName)
  if (fields.every((field) => field.when === undefined)) return fields
  return fields.filter(({ when }) => when === undefined || holdsFor(when, variables))
}
