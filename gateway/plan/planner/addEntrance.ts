import { Kind, isInterfaceType, parseType } from 'graphql'
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  GraphQLSchema,
} from 'graphql'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'
import { readArguments } from '../../../platform/readArguments.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import { readFieldNames } from '../prepare/readFieldNames.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { isFieldOwner } from './isFieldOwner.ts'
import { namedFields } from './namedFields.ts'
import { saidJoins } from './saidJoins.ts'
import { writeDirective } from './writeDirective.ts'

/** A supergraph in which one can begin at any entity, with nothing but its keys. */
export interface Entrance {
  readonly supergraph: DocumentNode
  /** The root field at which a type begins. */
  readonly fieldOf: (typeName: string) => string
}

/**
 * Adds to a supergraph an agency that has of each entity what is in its keys, and a root field that leads to it. Nobody is asked by
 * it for anything: a plan that begins there is one for things of which the keys are known.
 */
export function addEntrance(supergraph: DocumentNode, schema: GraphQLSchema): Entrance {
  const owners = supergraph.definitions.filter(isFieldOwner)
  const known = new Set(owners.flatMap((type) => keyFieldsOf(type, schema)))
  const types = new Set(Array.from(known, (coordinate) => coordinate.split('.')[0]))
  const graph = unusedPrefix('OWN_ENTRANCE', graphsIn(supergraph))
  const prefix = readFieldNames(schema).ownPrefix
  const join = (name: string, more?: string): ConstDirectiveNode => joinTo(graph, name, more)

  function joinField(type: FieldOwner, field: FieldDefinitionNode): FieldDefinitionNode {
    const isKnown = known.has(`${type.name.value}.${field.name.value}`)
    return { ...field, directives: [...saidJoins(type, field), ...(isKnown ? [join('join__field')] : [])] }
  }

  /** Nobody goes there by a key. */
  function joinType(type: FieldOwner): readonly ConstDirectiveNode[] {
    const keys = keysOf(type).map((key) => join('join__type', `, key: ${JSON.stringify(key)}, resolvable: false`))
    const above = (type.interfaces ?? []).filter(({ name }) => types.has(name.value))
    return [
      ...(keys.length === 0 ? [join('join__type')] : keys),
      ...above.map(({ name }) => join('join__implements', `, interface: "${name.value}"`)),
    ]
  }

  function joinOwner<Owner extends FieldOwner>(type: Owner): Owner {
    const { name, directives = [], fields = [] } = type
    const isRoot = name.value === 'Query'
    if (!isRoot && !types.has(name.value)) return type
    return {
      ...type,
      directives: [...directives, ...(isRoot ? [join('join__type')] : joinType(type))],
      fields: [...fields.map((field) => joinField(type, field)), ...(isRoot ? owners.flatMap(beginAt) : [])],
    }
  }

  function beginAt({ kind, name }: FieldOwner): readonly FieldDefinitionNode[] {
    if (kind !== Kind.OBJECT_TYPE_DEFINITION || !types.has(name.value)) return []
    const fieldName = { kind: Kind.NAME, value: `${prefix}${name.value}` } as const
    const type = parseType(name.value, { noLocation: true })
    return [{ kind: Kind.FIELD_DEFINITION, name: fieldName, type, directives: [join('join__field')] }]
  }

  const joinDefinition = (definition: DefinitionNode): DefinitionNode =>
    isFieldOwner(definition) ? joinOwner(definition) : joinLeaf(definition, graph)
  return {
    supergraph: { ...supergraph, definitions: supergraph.definitions.map(joinDefinition) },
    fieldOf: (typeName) => `${prefix}${typeName}`,
  }
}

function joinTo(graph: string, name: string, more = ''): ConstDirectiveNode {
  return writeDirective(name, `graph: ${graph}${more}`)
}

/** A key may have values of any type that has nothing inside. */
function joinLeaf(definition: DefinitionNode, graph: string): DefinitionNode {
  if (definition.kind !== Kind.SCALAR_TYPE_DEFINITION && definition.kind !== Kind.ENUM_TYPE_DEFINITION)
    return definition
  const directives = [...(definition.directives ?? []), joinTo(graph, 'join__type')]
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) return { ...definition, directives }
  const values = definition.values ?? []
  if (definition.name.value === 'join__Graph') return { ...definition, values: [...values, valueFor(graph)] }
  const joined = values.map((value) => ({
    ...value,
    directives: [...(value.directives ?? []), joinTo(graph, 'join__enumValue')],
  }))
  return { ...definition, directives, values: joined }
}

/** Each with its type; of interfaces, those of their own keys alone, which all of their types have. */
function keyFieldsOf(type: FieldOwner, schema: GraphQLSchema): readonly string[] {
  const names = keysOf(type).flatMap((key) => namedFields(type.name.value, parseFieldSet(key), schema))
  return names
    .map(({ coordinate }) => coordinate)
    .filter((coordinate) => {
      const [typeName = ''] = coordinate.split('.')
      return typeName === type.name.value || !isInterfaceType(schema.getType(typeName))
    })
}

/** The keys by which some agency knows a type. */
function keysOf({ directives = [] }: FieldOwner): readonly string[] {
  const keys = directives.filter(({ name }) => name.value === 'join__type').map((one) => readArguments(one)['key'])
  return [...new Set(keys.filter((key) => typeof key === 'string'))]
}

function graphsIn({ definitions }: DocumentNode): readonly string[] {
  const graphs = definitions.find((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph')
  return graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []).map(({ name }) => name.value) : []
}

function valueFor(graph: string): EnumValueDefinitionNode {
  const directives = [writeDirective('join__graph', `name: "${graph}", url: ""`)]
  return { kind: Kind.ENUM_VALUE_DEFINITION, name: { kind: Kind.NAME, value: graph }, directives }
}
