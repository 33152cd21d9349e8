import { Kind, visit } from 'graphql'
import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
  GraphQLSchema,
  InterfaceTypeDefinitionNode,
  NameNode,
  ObjectTypeDefinitionNode,
} from 'graphql'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import { parseFieldSet } from '../../supergraph/parseFieldSet.ts'
import { readAgencyNames } from '../../supergraph/readAgencyNames.ts'
import { readArgument } from '../../supergraph/readArgument.ts'

/** A supergraph in which what an agency requires something for, and others require of it, is another agency's. */
export interface SeparatedRequired {
  readonly supergraph: DocumentNode
  /** By the name of an agency that was added, the one that it stands for. */
  readonly agencies: ReadonlyMap<string, string>
}

type FieldOwner = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

/**
 * Gives a supergraph a second agency for each that has a field which requires something and is itself required. The planner asks for
 * such a field as soon as it asks the agency for anything of the object, which may be before it has what the field requires. Of the
 * second agency, it asks by the object's key and with what is required. The second one has all that the first has, but for what is
 * at the root and what nobody requires of entities.
 */
export function separateRequired(supergraph: DocumentNode, schema: GraphQLSchema): SeparatedRequired {
  const chained = findChained(supergraph)
  const graphs = new Set(Array.from(chained, (type) => type.slice(0, type.indexOf(' '))))
  if (graphs.size === 0) return { supergraph, agencies: new Map() }
  const providedBy = findProvided(supergraph)
  const names = readAgencyNames(schema)
  const prefix = unusedPrefix('own_', [...names.keys(), ...names.values()])
  const isDoubled = (directive: ConstDirectiveNode): boolean => graphs.has(graphOf(directive))
  const again = (directive: ConstDirectiveNode): ConstDirectiveNode => ({
    ...directive,
    arguments: (directive.arguments ?? []).map((argument) =>
      argument.name.value === 'graph'
        ? { ...argument, value: { kind: Kind.ENUM, value: `${prefix}${graphOf(directive)}` } }
        : argument,
    ),
  })

  function double<Node extends Directed>(node: Node): Node {
    return {
      ...node,
      directives: (node.directives ?? []).flatMap((one) => (isDoubled(one) ? [one, again(one)] : [one])),
    }
  }

  function doubleField(type: FieldOwner, field: FieldDefinitionNode): FieldDefinitionNode {
    const directives = (field.directives ?? []).flatMap((one) => {
      if (!isDoubled(one)) return [one]
      if (isMoved(type, field, one)) return [again(one)]
      return isNeeded(type, field, one) ? [one, again(one)] : [one]
    })
    return { ...field, directives }
  }

  /** What is external for nobody but fields that are moved is moved as well: the planner would ask the first agency for it. */
  function isMoved(type: FieldOwner, field: FieldDefinitionNode, directive: ConstDirectiveNode): boolean {
    if (!chained.has(`${graphOf(directive)} ${type.name.value}`)) return false
    if (typeof readArgument(directive, 'requires') === 'string') return true
    const isExternal = readArgument(directive, 'external') === true
    return isExternal && !isInKey(type, field, directive) && !providedBy(graphOf(directive)).has(field.name.value)
  }

  function doubleDefinition(definition: DefinitionNode): DefinitionNode {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        if (rootNames.has(definition.name.value)) return definition
        return {
          ...double(definition),
          fields: (definition.fields ?? []).map((field) => doubleField(definition, field)),
        }
      case Kind.ENUM_TYPE_DEFINITION:
        if (definition.name.value === 'join__Graph') return withGraphs(definition, graphs, prefix)
        return { ...double(definition), values: (definition.values ?? []).map(double) }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return { ...double(definition), fields: (definition.fields ?? []).map(double) }
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return double(definition)
      default:
        return definition
    }
  }
  return {
    supergraph: { ...supergraph, definitions: supergraph.definitions.map(doubleDefinition) },
    agencies: new Map(Array.from(graphs, (graph) => [`${prefix}${names.get(graph)}`, names.get(graph) ?? graph])),
  }
}

/** A supergraph calls them so, whatever an agency does. */
const rootNames = new Set(['Query', 'Mutation', 'Subscription'])

/** Which types have a field, for an agency, that requires something and has the name of one that is required: `GRAPH Type`. */
function findChained(supergraph: DocumentNode): ReadonlySet<string> {
  const requiring = supergraph.definitions.filter(isOwner).flatMap((type) =>
    (type.fields ?? []).flatMap((field) =>
      (field.directives ?? []).flatMap((directive) => {
        const requires = readArgument(directive, 'requires')
        return typeof requires === 'string' ? [{ type, field, graph: graphOf(directive), requires }] : []
      }),
    ),
  )
  const required = namesIn(requiring.map(({ requires }) => requires))
  const chained = requiring.filter(
    ({ type, field, graph }) => required.has(field.name.value) && keysOf(type, graph).length > 0,
  )
  return new Set(chained.map(({ type, graph }) => `${graph} ${type.name.value}`))
}

/** By agency, the names of the fields that it gives away of objects which are another's. */
function findProvided(supergraph: DocumentNode): (graph: string) => ReadonlySet<string> {
  const texts = new Map<string, string[]>()
  visit(supergraph, {
    Directive(node) {
      const directive = node as ConstDirectiveNode
      const provides = readArgument(directive, 'provides')
      if (typeof provides === 'string')
        texts.set(graphOf(directive), [...(texts.get(graphOf(directive)) ?? []), provides])
    },
  })
  return (graph) => namesIn(texts.get(graph) ?? [])
}

function namesIn(fieldSets: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const text of fieldSets) visit(parseFieldSet(text), { Field: ({ name }) => void names.add(name.value) })
  return names
}

function withGraphs(type: EnumTypeDefinitionNode, graphs: ReadonlySet<string>, prefix: string): EnumTypeDefinitionNode {
  const again = (value: string): NameNode => ({ kind: Kind.NAME, value: `${prefix}${value}` })
  const added = (type.values ?? [])
    .filter(({ name }) => graphs.has(name.value))
    .map((value) => ({
      ...visit(value, {
        Argument: (argument) =>
          argument.name.value === 'name' && argument.value.kind === Kind.STRING
            ? { ...argument, value: { ...argument.value, value: `${prefix}${argument.value.value}` } }
            : undefined,
      }),
      name: again(value.name.value),
    }))
  return { ...type, values: [...(type.values ?? []), ...added] }
}

/** Whether the second agency has a field of the first: all of values, and of entities what stands in keys, interfaces and requirements. */
function isNeeded(type: FieldOwner, field: FieldDefinitionNode, directive: ConstDirectiveNode): boolean {
  const isEntity = type.kind === Kind.OBJECT_TYPE_DEFINITION && keysOf(type, graphOf(directive)).length > 0
  if (!isEntity || (type.interfaces ?? []).length > 0) return true
  return readArgument(directive, 'external') === true || isInKey(type, field, directive)
}

function isInKey(type: FieldOwner, { name }: FieldDefinitionNode, directive: ConstDirectiveNode): boolean {
  return namesIn(keysOf(type, graphOf(directive))).has(name.value)
}

function keysOf({ directives = [] }: FieldOwner, graph: string): readonly string[] {
  return directives
    .filter(
      (one) => one.name.value === 'join__type' && graphOf(one) === graph && readArgument(one, 'resolvable') !== false,
    )
    .map((one) => readArgument(one, 'key'))
    .filter((key) => typeof key === 'string')
}

function graphOf(directive: ConstDirectiveNode): string {
  return String(readArgument(directive, 'graph'))
}

function isOwner(definition: DefinitionNode): definition is FieldOwner {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
}
