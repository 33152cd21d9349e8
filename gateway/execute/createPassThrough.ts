import { isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { ClientKeys } from './ClientKeys.ts'
import type { SelectedField, ValueShape } from './shape/Selection.ts'

/** Tells whether a field's value is shown itself, and not a copy of it, where all of it is as it was selected. */
export type PassThrough = (field: SelectedField, typeName: string) => boolean

export interface PassThroughOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  readonly clientKeys: ClientKeys
}

/**
 * Makes what tells it for an operation. A value is copied in which anything has a mark or a key that is not the client's, and one of
 * several types, which would have to be looked at each by itself.
 */
export function createPassThrough({ schema, clientKeys }: PassThroughOptions): PassThrough {
  const known = new WeakMap<SelectedField, boolean>()

  function isWhole(shape: ValueShape): boolean {
    switch (shape.kind) {
      case 'leaf':
        return true
      case 'list':
        return isWhole(shape.item)
      case 'object': {
        const { typeName, typeNames, selection } = shape
        return typeNames.size === 1 && selection.fieldsOf(typeName).every((field) => isPassedThrough(field, typeName))
      }
      default:
        return shape satisfies never
    }
  }

  function isPassedThrough(field: SelectedField, typeName: string): boolean {
    const { key, name, mark, value } = field
    if (mark !== undefined || clientKeys.has(key)) return false
    // It is answered from the type that was recognised: what the agency wrote only under its own key, on an object type.
    if (name === '__typename') return key === name && isObjectType(schema.getType(typeName))
    const isInside = known.get(field) ?? isWhole(value)
    known.set(field, isInside)
    return isInside
  }
  return isPassedThrough
}
