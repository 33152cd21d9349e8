import { Kind, isLeafType } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, GraphQLSchema } from 'graphql'
import { namedTypeOf } from '../../../platform/namedTypeOf.ts'
import { oncePerText } from '../../../platform/oncePerText.ts'
import { readArguments } from '../../../platform/readArguments.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'
import { readAgencyNames } from '../../supergraph/readAgencyNames.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { addAgencies } from './addAgencies.ts'
import type { AddedAgencies } from './addAgencies.ts'
import { isFieldOwner } from './isFieldOwner.ts'
import { namedFields } from './namedFields.ts'
import type { NamedField } from './namedFields.ts'

/** A supergraph in which what an agency requires something for, and others require of it, is another agency's. */
export interface SeparatedRequired {
  readonly supergraph: DocumentNode
  /** By the name of an agency that was added, the one that it stands for. */
  readonly agencies: ReadonlyMap<string, string>
}

/**
 * Gives a supergraph further agencies beside each that has a field which requires something and is itself required. The planner asks
 * for such a field as soon as it asks the agency for anything of the object, which may be before it has what the field requires. Of a
 * further agency, it asks by the object's key and with what is required. There is one for each step of a chain, which has what of the
 * type requires something there, and one more for what of that leads to other things: below it, the planner would ask for their chains
 * too early. The last one has what is external for nothing else: the planner would ask the first for it.
 */
export function separateRequired(supergraph: DocumentNode, schema: GraphQLSchema): SeparatedRequired {
  const owners = supergraph.definitions.filter(isFieldOwner)
  const joins = owners.flatMap(joinsOf)
  const moved = findMoved(joins, schema)
  const countSteps = createStepCounter(joins, schema)
  const stepOf = (join: Join): number =>
    2 * countSteps(join) - (isLeafType(schema.getType(namedTypeOf(join.field.type))) ? 0 : 1)
  const names = readAgencyNames(schema)
  const taken = [...names.keys(), ...names.values()]
  const agencies = new Map<string, string>()
  let separated = supergraph
  for (const step of new Set(moved.map(stepOf).toSorted((one, other) => one - other))) {
    const prefix = unusedPrefix(agencies.size === 0 ? 'own_' : `own_${step}_`, taken)
    const graphs = new Set(moved.filter((join) => stepOf(join) === step).map(({ graph }) => graph))
    separated = addAgencies(separated, {
      graphs,
      prefix,
      placeOf: createPlacer({ owners, joins, schema, moved, stepOf, step }),
    })
    for (const graph of graphs) agencies.set(`${prefix}${names.get(graph)}`, names.get(graph) ?? graph)
  }
  return { supergraph: separated, agencies }
}

interface Placing {
  readonly owners: readonly FieldOwner[]
  readonly joins: readonly Join[]
  readonly schema: GraphQLSchema
  readonly moved: readonly Join[]
  readonly stepOf: (join: Join) => number
  readonly step: number
}

/** Makes what says where a field goes when the agencies of one step are added. */
function createPlacer({ owners, joins, schema, moved, stepOf, step }: Placing): AddedAgencies['placeOf'] {
  /**
   * What an agency needs to know whichever of its selves is asked: what is in its keys, what it provides, and what is required inside of
   * something.
   */
  const neededBy = oncePerText((graph: string) => {
    const own = joins.filter((one) => one.graph === graph)
    return coordinatesOf([
      ...owners.flatMap((type) => keyFieldsOf(type, graph, schema)),
      ...own.flatMap((join) => providedBy(join, schema)),
      ...own.flatMap((join) => requiredBy(join, schema).filter(({ isInside }) => isInside)),
    ])
  })

  /** Whether a type, or one that an interface stands for, is of things that the agency is asked for by their keys. */
  function hasEntities(type: FieldOwner, graph: string): boolean {
    return isEntity(type, graph) || owners.some((one) => isInterfaceOf(type, one) && isEntity(one, graph))
  }

  return function placeOf(type, field, directive) {
    const join = joinOf(type, field, directive)
    const { graph, requires, isExternal, isContextual } = join
    const steps = moved.filter((one) => isOfOneType(one, join)).map(stepOf)
    const isNeeded = neededBy(graph).has(coordinateOf(join))
    if (requires !== '' && steps.length > 0) return stepOf(join) === step ? 'second' : 'first'
    if (isExternal && Math.max(...steps) === step && !isNeeded) return 'second'
    if (isContextual) return 'first'
    if (isExternal || isNeeded) return 'both'
    return hasEntities(type, graph) ? 'first' : 'both'
  }
}

function isEntity(type: FieldOwner, graph: string): boolean {
  return type.kind === Kind.OBJECT_TYPE_DEFINITION && keysOf(type, graph).length > 0
}

function isInterfaceOf({ name }: FieldOwner, { interfaces = [] }: FieldOwner): boolean {
  return interfaces.some((one) => one.name.value === name.value)
}

/** What joins an agency to a field; the sets of fields are texts, empty where there are none. */
interface Join {
  readonly type: FieldOwner
  readonly field: FieldDefinitionNode
  readonly graph: string
  readonly requires: string
  readonly provides: string
  readonly isExternal: boolean
  readonly isContextual: boolean
}

function joinsOf(type: FieldOwner): readonly Join[] {
  return (type.fields ?? []).flatMap((field) =>
    (field.directives ?? [])
      .filter(({ name }) => name.value === 'join__field')
      .map((directive) => joinOf(type, field, directive)),
  )
}

function joinOf(type: FieldOwner, field: FieldDefinitionNode, directive: ConstDirectiveNode): Join {
  const { graph, requires = '', provides = '', external, contextArguments } = readArguments(directive)
  const sets = { requires: String(requires), provides: String(provides) }
  const isContextual = contextArguments !== undefined
  return { type, field, graph: String(graph), ...sets, isExternal: external === true, isContextual }
}

/** What requires something of types that have, for an agency, a field which does and is required itself. */
function findMoved(joins: readonly Join[], schema: GraphQLSchema): readonly Join[] {
  const required = coordinatesOf(joins.flatMap((join) => requiredBy(join, schema)))
  const requiring = joins.filter(({ type, graph, requires }) => requires !== '' && keysOf(type, graph).length > 0)
  const chained = requiring.filter((join) => required.has(coordinateOf(join)))
  return requiring.filter((join) => chained.some((one) => isOfOneType(one, join)))
}

function isOfOneType(one: Join, other: Join): boolean {
  return one.graph === other.graph && one.type.name.value === other.type.name.value
}

/** Makes what counts how many fields, at most, follow each other to what a field requires; it is 1 without a chain. */
function createStepCounter(joins: readonly Join[], schema: GraphQLSchema): (join: Join) => number {
  const requiring = joins.filter(({ requires }) => requires !== '')
  function count(join: Join, above: readonly string[]): number {
    const required = coordinatesOf(requiredBy(join, schema))
    const below = requiring.filter((one) => required.has(coordinateOf(one)) && !above.includes(coordinateOf(one)))
    return 1 + Math.max(0, ...below.map((one) => count(one, [...above, coordinateOf(one)])))
  }
  return (join) => count(join, [coordinateOf(join)])
}

function coordinateOf({ type, field }: Pick<Join, 'type' | 'field'>): string {
  return `${type.name.value}.${field.name.value}`
}

function coordinatesOf(fields: readonly NamedField[]): ReadonlySet<string> {
  return new Set(fields.map(({ coordinate }) => coordinate))
}

function requiredBy({ type, requires }: Join, schema: GraphQLSchema): readonly NamedField[] {
  return requires === '' ? [] : namedFields(type.name.value, parseFieldSet(requires), schema)
}

function providedBy({ field, provides }: Join, schema: GraphQLSchema): readonly NamedField[] {
  return provides === '' ? [] : namedFields(namedTypeOf(field.type), parseFieldSet(provides), schema)
}

function keyFieldsOf(type: FieldOwner, graph: string, schema: GraphQLSchema): readonly NamedField[] {
  return keysOf(type, graph).flatMap((key) => namedFields(type.name.value, parseFieldSet(key), schema))
}

/** By which an agency can be asked for the objects of a type. */
function keysOf({ directives = [] }: FieldOwner, graph: string): readonly string[] {
  return directives
    .filter((one) => one.name.value === 'join__type' && readArguments(one)['graph'] === graph)
    .filter((one) => readArguments(one)['resolvable'] !== false)
    .map((one) => readArguments(one)['key'])
    .filter((key) => typeof key === 'string')
}
