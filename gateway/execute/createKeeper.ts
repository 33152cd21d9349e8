import { isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { SelectedField, ValueShape } from './Selection.ts'

/** Tells whether a field's value is shown itself, and not a copy of it, where all of it is as it was selected. */
export type Keeper = (field: SelectedField, typeName: string) => boolean

export interface KeeperOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  /** Response keys of the plan that are not the client's. */
  readonly names: ReadonlyMap<string, string | null>
}

/**
 * Makes the keeper of an operation. A value is not kept in which anything has a mark or a key that is not the client's, nor one
 * of several types, which would have to be looked at each by itself.
 */
export function createKeeper({ schema, names }: KeeperOptions): Keeper {
  const known = new WeakMap<SelectedField, boolean>()

  function isWhole(shape: ValueShape): boolean {
    switch (shape.kind) {
      case 'leaf':
        return true
      case 'list':
        return isWhole(shape.item)
      case 'object': {
        const { typeName, typeNames, selection } = shape
        return typeNames.size === 1 && selection.fieldsOf(typeName).every((field) => isKept(field, typeName))
      }
      default:
        return shape satisfies never
    }
  }

  function isKept(field: SelectedField, typeName: string): boolean {
    const { key, name, mark, value } = field
    if (mark !== undefined || names.has(key)) return false
    // What stands for it is not what an agency calls the object, unless that decided which object it is.
    if (name === '__typename') return key === name && isObjectType(schema.getType(typeName))
    const isInside = known.get(field) ?? isWhole(value)
    known.set(field, isInside)
    return isInside
  }
  return isKept
}
