import type { EntityTag } from '../../cache/EntityCache.ts'
import { pickKey } from '../../cache/names/pickKey.ts'
import type { EntityKeys } from '../../supergraph/EntityKeys.ts'
import type { Variables } from '../Variables.ts'
import type { ObjectShape, SelectedField } from '../shape/Selection.ts'

/** A root field that looks up an entity, which its arguments name and tell nothing beside. */
export interface FoundLookup {
  readonly field: SelectedField
  readonly identity: EntityTag
}

/**
 * The lookup of an entity, if that is all that root fields do: one field that is called as its type, `applicant` for an
 * `Applicant`, and takes the type's key and nothing else for arguments.
 */
export function findLookup(root: ObjectShape, variables: Variables, keys: EntityKeys): FoundLookup | undefined {
  const fields = root.selection.fieldsOf(root.typeName).filter(({ name }) => name !== '__typename')
  const [field, ...others] = fields
  if (field?.value.kind !== 'object' || others.length > 0) return undefined
  const { typeName: type } = field.value
  if (field.name !== type.charAt(0).toLowerCase() + type.slice(1)) return undefined
  const only = keys.onlyKeyOf(type)
  const given = field.argumentsOf(variables)
  if (only === undefined || given === undefined) return undefined
  if (Object.keys(given).some((name) => !Object.hasOwn(only, name))) return undefined
  const key = pickKey(given, only)
  return key === undefined ? undefined : { field, identity: { type, key } }
}
