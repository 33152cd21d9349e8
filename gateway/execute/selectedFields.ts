import type { Condition } from './Condition.ts'
import type { SelectedField, Selection } from './Selection.ts'
import type { Variables } from './Variables.ts'

/** The fields of a selection that an object of a type has with these variables. */
export function selectedFields(selection: Selection, typeName: string, variables: Variables): readonly SelectedField[] {
  const fields = selection.fieldsOf(typeName)
  if (fields.every((field) => field.when === undefined)) return fields
  return fields.filter(
    ({ when }) => when === undefined || when.some((all) => all.every((one) => holds(one, variables))),
  )
}

function holds({ variable, wanted, fallback }: Condition, variables: Variables): boolean {
  return (variables[variable] ?? fallback) === wanted
}
