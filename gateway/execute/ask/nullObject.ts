import type { Place } from '../../disclose/Place.ts'
import type { ObjectShape, SelectedField } from '../shape/Selection.ts'
import { asksOneType } from '../shape/asksOneType.ts'

/** What is known of an object without its agency. */
export interface KnownObject {
  readonly typeName: string
  /** Of any field but its type's name; undefined where it is not known. */
  readonly valueOf: (field: SelectedField) => unknown
}

/** Data without an agency, and the places of its gaps. */
export interface NullData {
  readonly data: Record<string, unknown>
  readonly gaps: readonly Place[]
}

/**
 * An object with every key that a fetch selects of it, each null unless what is known of the object says it. Where that is the name of
 * an interface, which type the object has is missing as well, with all that was asked of that type alone: it is told of where there is
 * such a thing, or nothing else is.
 */
export function nullObject(shape: ObjectShape, { typeName, valueOf }: KnownObject, at: Place): NullData {
  // Without a prototype, an alias such as `__proto__` is a key like any other.
  const data: Record<string, unknown> = { __proto__: null }
  const gaps: Place[] = []
  for (const field of shape.selection.fieldsOf(typeName)) {
    const { key, name } = field
    const value = name === '__typename' ? typeName : valueOf(field)
    // The engine merges an answer over what it has: a null would wipe out the key that another agency gave.
    const isKnown = value !== undefined && !isComposite(value)
    data[key] = isKnown ? value : null
    if (!isKnown) gaps.push([...at, key])
  }
  const isOfAny = shape.typeNames.size > 1 && typeName === shape.typeName
  if (isOfAny && (gaps.length === 0 || asksOneType(shape)))
    gaps.push(Object.hasOwn(data, '__typename') ? [...at, '__typename'] : at)
  return { data, gaps }
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
