import { Kind, visit } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, GraphQLSchema } from 'graphql'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import { parseFieldSet } from '../../supergraph/parseFieldSet.ts'
import { readAgencyNames } from '../../supergraph/readAgencyNames.ts'
import { readArgument } from '../../supergraph/readArgument.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { addAgencies } from './addAgencies.ts'
import type { AddedAgencies } from './addAgencies.ts'
import { isFieldOwner } from './isFieldOwner.ts'

/** A supergraph in which what an agency requires something for, and others require of it, is another agency's. */
export interface SeparatedRequired {
  readonly supergraph: DocumentNode
  /** By the name of an agency that was added, the one that it stands for. */
  readonly agencies: ReadonlyMap<string, string>
}

/**
 * Gives a supergraph a second agency for each that has a field which requires something and is itself required. The planner asks for
 * such a field as soon as it asks the agency for anything of the object, which may be before it has what the field requires. Of the
 * second agency, it asks by the object's key and with what is required. That has all of the type that requires something, and what
 * is external for nothing else: the planner would ask the first agency for it.
 */
export function separateRequired(supergraph: DocumentNode, schema: GraphQLSchema): SeparatedRequired {
  const joins = supergraph.definitions.filter(isFieldOwner).flatMap(joinsOf)
  const chained = findChained(joins)
  if (chained.length === 0) return { supergraph, agencies: new Map() }
  const names = readAgencyNames(schema)
  const prefix = unusedPrefix('own_', [...names.keys(), ...names.values()])
  const graphs = new Set(chained.map(({ graph }) => graph))
  const isChained = (type: FieldOwner, graph: string): boolean =>
    chained.some((one) => one.type === type && one.graph === graph)

  function placeOf(...[type, field, directive]: Parameters<AddedAgencies['placeOf']>): 'first' | 'second' | 'both' {
    const { graph, requires, isExternal } = joinOf(type, field, directive)
    const { value: name } = field.name
    const isInKey = namesIn(keysOf(type, graph)).has(name)
    if (isChained(type, graph)) {
      const isProvided = namesIn(joins.filter((one) => one.graph === graph).map(({ provides }) => provides)).has(name)
      if (requires !== '' || (isExternal && !isInKey && !isProvided)) return 'second'
    }
    const isEntity = type.kind === Kind.OBJECT_TYPE_DEFINITION && keysOf(type, graph).length > 0
    const isOfInterface = (type.interfaces ?? []).length > 0
    return !isEntity || isOfInterface || isExternal || isInKey ? 'both' : 'first'
  }
  return {
    supergraph: addAgencies(supergraph, { graphs, prefix, placeOf }),
    agencies: new Map(Array.from(graphs, (graph) => [`${prefix}${names.get(graph)}`, names.get(graph) ?? graph])),
  }
}

/** What joins an agency to a field; the sets of fields are texts, empty where there are none. */
interface Join {
  readonly type: FieldOwner
  readonly field: FieldDefinitionNode
  readonly graph: string
  readonly requires: string
  readonly provides: string
  readonly isExternal: boolean
}

function joinsOf(type: FieldOwner): readonly Join[] {
  return (type.fields ?? []).flatMap((field) =>
    (field.directives ?? [])
      .filter(({ name }) => name.value === 'join__field')
      .map((directive) => joinOf(type, field, directive)),
  )
}

function joinOf(type: FieldOwner, field: FieldDefinitionNode, directive: ConstDirectiveNode): Join {
  const textOf = (name: string): string => String(readArgument(directive, name) ?? '')
  const isExternal = readArgument(directive, 'external') === true
  return { type, field, graph: textOf('graph'), requires: textOf('requires'), provides: textOf('provides'), isExternal }
}

/** Of those that require something, the ones with the name of a field that is required. */
function findChained(joins: readonly Join[]): readonly Join[] {
  const required = namesIn(joins.map(({ requires }) => requires))
  return joins.filter(
    ({ type, field, graph, requires }) =>
      requires !== '' && required.has(field.name.value) && keysOf(type, graph).length > 0,
  )
}

function namesIn(fieldSets: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const text of fieldSets)
    if (text !== '') visit(parseFieldSet(text), { Field: ({ name }) => void names.add(name.value) })
  return names
}

/** By which an agency can be asked for the objects of a type. */
function keysOf({ directives = [] }: FieldOwner, graph: string): readonly string[] {
  return directives
    .filter((one) => one.name.value === 'join__type' && readArgument(one, 'graph') === graph)
    .filter((one) => readArgument(one, 'resolvable') !== false)
    .map((one) => readArgument(one, 'key'))
    .filter((key) => typeof key === 'string')
}
