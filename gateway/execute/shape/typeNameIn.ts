import type { ObjectShape } from './Selection.ts'

/** The name of an object's type: its own, or that of its shape where it does not say. */
export function typeNameIn(
  object: Readonly<Record<string, unknown>>,
  { typeName }: Pick<ObjectShape, 'typeName'>,
): string {
  const named = object['__typename']
  return typeof named === 'string' ? named : typeName
}
