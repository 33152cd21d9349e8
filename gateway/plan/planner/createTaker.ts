import { Kind, isAbstractType, isCompositeType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import { bodyOf } from '../../document/bodyOf.ts'
import { fragmentOn } from '../../document/fragmentOn.ts'
import type { Fragments } from '../../document/Fragments.ts'
import { objectsOf } from './objectsOf.ts'
import { readFieldSets } from './readFieldSets.ts'

/** Selections in two: by type, the fields that require something there, and all else. */
export interface Taken {
  readonly taken: ReadonlyMap<string, readonly FieldNode[]>
  readonly left: readonly SelectionNode[]
}

export type TakeRequiring = (set: SelectionSetNode, typeName: string, fragments: Fragments) => Taken

/** Makes what takes out of selections the fields for which some agency requires something of the same object. */
export function createTaker(schema: GraphQLSchema): TakeRequiring {
  const requiringFields = new Set(readFieldSets(schema, 'requires').map(({ typeName, name }) => `${typeName}.${name}`))

  function isRequiring(typeName: string, fieldName: string): boolean {
    const type = schema.getType(typeName)
    const kin = isObjectType(type) ? [type, ...type.getInterfaces()] : []
    return kin.some(({ name }) => requiringFields.has(`${name}.${fieldName}`))
  }
  function objectNames(typeName: string): readonly string[] {
    const type = schema.getType(typeName)
    return isCompositeType(type) ? objectsOf(type, schema).map(({ name }) => name) : []
  }

  return function take(set, typeName, fragments) {
    const taken = new Map<string, readonly FieldNode[]>()

    function keepField(field: FieldNode, among: readonly string[], isAny: boolean): readonly SelectionNode[] {
      const requiring = among.filter((name) => isRequiring(name, field.name.value))
      for (const name of requiring) taken.set(name, [...(taken.get(name) ?? []), field])
      if (requiring.length === 0) return [field]
      return isAny ? among.filter((name) => !requiring.includes(name)).map((name) => fragmentOn(name, [field])) : []
    }
    function keep({ selections }: SelectionSetNode, type: string, among: readonly string[]): readonly SelectionNode[] {
      return selections.flatMap((selection): readonly SelectionNode[] => {
        if (selection.kind === Kind.FIELD) return keepField(selection, among, isAbstractType(schema.getType(type)))
        const { typeCondition, selectionSet } = bodyOf(selection, fragments)
        const on = typeCondition?.name.value ?? type
        const inner = keep(
          selectionSet,
          on,
          objectNames(on).filter((name) => among.includes(name)),
        )
        return inner.length === 0 ? [] : [fragmentOn(on, inner)]
      })
    }
    return { left: keep(set, typeName, objectNames(typeName)), taken }
  }
}
