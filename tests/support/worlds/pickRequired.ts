import { Kind } from 'graphql'
import type { SelectionSetNode } from 'graphql'
import type { Given } from './World.ts'

/** Of what a representation says, the part that a field requires. Throws where a part was not said at all. */
export function pickRequired(told: Given, { selections }: SelectionSetNode): Given {
  const picked: Record<string, unknown> = {}
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value
      if (!Object.hasOwn(told, name)) throw new Error(`The representation does not say ${name}.`)
      picked[name] = pickValue(told[name], selection.selectionSet)
      continue
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value
      if (on === undefined || on === told['__typename'])
        Object.assign(picked, pickRequired(told, selection.selectionSet))
    }
  }
  return picked
}

function pickValue(value: unknown, inner: SelectionSetNode | undefined): unknown {
  if (inner === undefined || value === null) return value
  if (Array.isArray(value)) return value.map((item) => pickValue(item, inner))
  return pickRequired(value as Given, inner)
}
