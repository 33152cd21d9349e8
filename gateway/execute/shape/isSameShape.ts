import type { ObjectShape, ValueShape } from './Selection.ts'

/**
 * Whether what is to the letter of one shape is to the letter of the other: the same keys in one order, of the same fields, with the
 * same leaves. What may be of several types is not looked at.
 */
export function isSameShape(one: ValueShape, other: ValueShape): boolean {
  if (one.nullable !== other.nullable) return false
  switch (one.kind) {
    case 'leaf':
      return other.kind === 'leaf' && one.of !== undefined && one.of === other.of
    case 'list':
      return other.kind === 'list' && isSameShape(one.item, other.item)
    case 'object':
      return other.kind === 'object' && hasSameFields(one, other)
    default:
      return one satisfies never
  }
}

function hasSameFields(one: ObjectShape, other: ObjectShape): boolean {
  const { typeName } = one
  if (typeName !== other.typeName || one.typeNames.size > 1 || other.typeNames.size > 1) return false
  const fields = one.selection.fieldsOf(typeName)
  const others = other.selection.fieldsOf(typeName)
  if (fields.length !== others.length) return false
  return fields.every(({ key, name, value }, index) => {
    const same = others[index]
    return same !== undefined && same.key === key && same.name === name && isSameShape(value, same.value)
  })
}
