import type { EntityTag } from '../../cache/EntityCache.ts'
import { pickKey } from '../../cache/names/pickKey.ts'
import type { EntityKeys } from '../../supergraph/EntityKeys.ts'
import type { Variables } from '../Variables.ts'
import type { ObjectShape, SelectedField } from '../shape/Selection.ts'

/** A root field that looks up an entity, which its arguments name. */
export interface FoundLookup {
  readonly field: SelectedField
  readonly identity: EntityTag
}

/** The lookup of an entity, if that is all that root fields do: one field with `@lookup`, by the only key of its type. */
export function findLookup(root: ObjectShape, variables: Variables, keys: EntityKeys): FoundLookup | undefined {
  const fields = root.selection.fieldsOf(root.typeName).filter(({ name }) => name !== '__typename')
  const [field, ...others] = fields
  if (field?.value.kind !== 'object' || others.length > 0) return undefined
  const lookup = keys.lookups.get(field.name)
  const given = field.argumentsOf(variables)
  if (lookup === undefined || given === undefined) return undefined
  const { type, keyOf } = lookup
  const only = keys.onlyKeyOf(type)
  if (only === undefined || new Set(keyOf.values()).size < keyOf.size) return undefined
  const named = Object.fromEntries(Array.from(keyOf, ([argument, name]) => [name, given[argument]]))
  if (Object.keys(named).some((name) => !Object.hasOwn(only, name))) return undefined
  const key = pickKey(named, only)
  return key === undefined ? undefined : { field, identity: { type, key } }
}
