import { Kind, getNamedType, isObjectType, isInterfaceType } from 'graphql'
import { getArgumentValues } from 'graphql'
import type { FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { Ownership } from './createOwnership.ts'
import type { Given, Thing, World } from './World.ts'

export interface GathererOptions {
  readonly supergraph: GraphQLSchema
  readonly ownership: Ownership
  readonly world: World
  readonly silent: ReadonlySet<string>
}

/** Gathers from the truth what a field of an object requires; what only silent subgraphs know is null. */
export type Gatherer = (source: Thing, type: string, fields: SelectionSetNode) => Given

/** Makes the gatherer of a world. */
export function createGatherer({ supergraph, ownership, world, silent }: GathererOptions): Gatherer {
  function gather(source: Thing, type: string, { selections }: SelectionSetNode): Given {
    const gathered: Record<string, unknown> = {}
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) gathered[selection.name.value] = valueOf(source, type, selection)
      if (selection.kind !== Kind.INLINE_FRAGMENT) continue
      const on = selection.typeCondition?.name.value
      if (on === undefined || on === type) Object.assign(gathered, gather(source, type, selection.selectionSet))
    }
    return gathered
  }

  function valueOf(source: Thing, typeName: string, node: FieldNode): unknown {
    const name = node.name.value
    if (name === '__typename') return typeName
    const type = supergraph.getType(typeName)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (field === undefined) throw new Error(`${typeName} has no field ${name}.`)
    const owners = ownership.ownersOf(typeName, name)
    if (owners.length > 0 && owners.every((owner) => silent.has(owner))) return null
    const given = getArgumentValues(field, node)
    const required = ownership.requiredBy(typeName, name)
    const value =
      required === undefined
        ? callOrRead(source[name], given)
        : world.rules?.[`${required.type}.${name}`]?.(gather(source, typeName, required.fields), given)
    return insideOf(value, getNamedType(field.type).name, node.selectionSet)
  }

  function insideOf(value: unknown, typeName: string, inner: SelectionSetNode | undefined): unknown {
    if (value === null || value === undefined) return null
    if (inner === undefined) return value
    if (Array.isArray(value)) return value.map((item: unknown) => insideOf(item, typeName, inner))
    const thing = value as Thing
    return gather(thing, String(thing['__typename'] ?? typeName), inner)
  }
  return gather
}

function callOrRead(value: unknown, given: Given): unknown {
  return typeof value === 'function' ? (value as (given: Given) => unknown)(given) : value
}
