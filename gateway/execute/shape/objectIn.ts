import type { ObjectShape, ValueShape } from './Selection.ts'

/** The object that a value is, or that its items are; undefined for a leaf, and for what may be of several types. */
export function objectIn(shape: ValueShape): ObjectShape | undefined {
  switch (shape.kind) {
    case 'leaf':
      return undefined
    case 'list':
      return objectIn(shape.item)
    case 'object':
      return shape.typeNames.size === 1 ? shape : undefined
    default:
      return shape satisfies never
  }
}
