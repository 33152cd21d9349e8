import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import type { KeyFields } from '../../supergraph/EntityKeys.ts'
import { readEntityKeys } from '../../supergraph/readEntityKeys.ts'
import type { Need } from './Need.ts'
import { clash } from './clash.ts'
import { readFieldSets } from './readFieldSets.ts'

/** What a field requires where an agency answers it, beside what is in every representation: keys. */
export type NeedsOf = (agency: string, typeName: string, fieldName: string) => readonly Need[]

/**
 * Reads what fields require in a supergraph, given what its names for requirements with arguments stand for. Throws for a field
 * that requires what no representation can hold.
 */
export function readNeeds(supergraph: GraphQLSchema, named: ReadonlyMap<string, FieldNode>): NeedsOf {
  const { keysAt } = readEntityKeys(supergraph)
  const needs = new Map<string, readonly Need[]>()

  function collect({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, at: string): readonly Need[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return []
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition: on, selectionSet } = selection
        return collect(selectionSet, on === undefined ? type : supergraph.getType(on.name.value), at)
      }
      const key = selection.name.value
      const path = `${at}/${named.get(key)?.name.value ?? key}`
      const need = { path, key, types: typeNamesOf(supergraph, type?.name ?? '') }
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[key] : undefined
      const inner = selection.selectionSet
      return inner === undefined ? [need] : [need, ...collect(inner, getNamedType(field?.type), path)]
    })
  }

  for (const { agency, typeName, name, set } of readFieldSets(supergraph, 'requires')) {
    const all = collect(set, supergraph.getType(typeName), '')
    if (clash(all, all))
      throw new Error(`${typeName}.${name} of ${agency} requires one field with several arguments at once.`)
    const keys = new Set(keysAt(agency, typeName).flatMap((key) => pathsOf(key, '')))
    needs.set(
      `${agency} ${typeName}.${name}`,
      all.filter(({ path }) => !keys.has(path)),
    )
  }
  return (agency, typeName, fieldName) => needs.get(`${agency} ${typeName}.${fieldName}`) ?? []
}

function pathsOf(key: KeyFields, at: string): readonly string[] {
  return Object.entries(key).flatMap(([name, inner]) => [`${at}/${name}`, ...pathsOf(inner, `${at}/${name}`)])
}
