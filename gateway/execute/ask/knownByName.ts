import type { SelectedField } from '../shape/Selection.ts'

/** What a representation says of a field, whatever the field is called in the answer. */
export function knownByName(representation: Readonly<Record<string, unknown>>) {
  return function valueOf({ name, hasArguments }: SelectedField): unknown {
    return hasArguments || !Object.hasOwn(representation, name) ? undefined : representation[name]
  }
}
