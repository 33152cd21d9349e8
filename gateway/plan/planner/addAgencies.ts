import { Kind, visit } from 'graphql'
import type {
  ConstArgumentNode,
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  EnumTypeDefinitionNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
} from 'graphql'
import { readArguments } from '../../../platform/readArguments.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { saidJoins } from './saidJoins.ts'

export interface AddedAgencies {
  /** The agencies that get a second one, as the supergraph calls them: `SHOP`. */
  readonly graphs: ReadonlySet<string>
  /** What the names of second agencies begin with. */
  readonly prefix: string
  /** Which of the two has a field, that the directive joins to the first. */
  readonly placeOf: (
    type: FieldOwner,
    field: FieldDefinitionNode,
    join: ConstDirectiveNode,
  ) => 'first' | 'second' | 'both'
}

/** Adds to a supergraph a second agency beside some of its agencies: what the first has of types, and nothing at the root. */
export function addAgencies(supergraph: DocumentNode, { graphs, prefix, placeOf }: AddedAgencies): DocumentNode {
  const isOfFirst = (directive: ConstDirectiveNode): boolean => graphs.has(String(readArguments(directive)['graph']))
  const second = (directive: ConstDirectiveNode): ConstDirectiveNode => renamed(directive, 'graph', prefix)

  function double<Node extends Directed>(node: Node): Node {
    const { directives = [] } = node
    return { ...node, directives: directives.flatMap((one) => (isOfFirst(one) ? [one, second(one)] : [one])) }
  }

  /** What an interface stands for, the second agency is asked for by keys of its own, or the planner would go through the interface. */
  function doubleOwner<Owner extends FieldOwner>(type: Owner): Owner {
    const { kind, directives = [] } = type
    if (kind === Kind.OBJECT_TYPE_DEFINITION) return double(type)
    return {
      ...type,
      directives: directives.flatMap((one) => (isOfFirst(one) ? [one, withoutKey(second(one))] : [one])),
    }
  }

  function doubleField(type: FieldOwner, field: FieldDefinitionNode): FieldDefinitionNode {
    return {
      ...field,
      directives: saidJoins(type, field).flatMap((one) => {
        const place = isOfFirst(one) ? placeOf(type, field, one) : 'first'
        return [...(place === 'second' ? [] : [one]), ...(place === 'first' ? [] : [second(one)])]
      }),
    }
  }

  function doubleDefinition(definition: DefinitionNode): DefinitionNode {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const { name, fields = [] } = definition
        if (rootNames.has(name.value)) return definition
        return { ...doubleOwner(definition), fields: fields.map((field) => doubleField(definition, field)) }
      }
      case Kind.ENUM_TYPE_DEFINITION:
        if (definition.name.value === 'join__Graph') return withGraphs(definition, { graphs, prefix })
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
  return { ...supergraph, definitions: supergraph.definitions.map(doubleDefinition) }
}

/** A type that no agency is asked for by its key, unless it knows an interface as an object. */
function withoutKey(join: ConstDirectiveNode): ConstDirectiveNode {
  const { key, isInterfaceObject } = readArguments(join)
  if (key === undefined || isInterfaceObject === true) return join
  const isOther = ({ name }: ConstArgumentNode): boolean => name.value !== 'resolvable'
  const unresolvable: ConstArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'resolvable' },
    value: { kind: Kind.BOOLEAN, value: false },
  }
  return { ...join, arguments: [...(join.arguments ?? []).filter(isOther), unresolvable] }
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined
}

/** A supergraph calls them so, whatever an agency does. */
const rootNames = new Set(['Query', 'Mutation', 'Subscription'])

function withGraphs(
  type: EnumTypeDefinitionNode,
  { graphs, prefix }: Pick<AddedAgencies, 'graphs' | 'prefix'>,
): EnumTypeDefinitionNode {
  const values = type.values ?? []
  const seconds = values
    .filter(({ name }) => graphs.has(name.value))
    .map(({ name, directives = [], ...value }): EnumValueDefinitionNode => ({
      ...value,
      name: { ...name, value: `${prefix}${name.value}` },
      directives: directives.map((one) => renamed(one, 'name', prefix)),
    }))
  return { ...type, values: [...values, ...seconds] }
}

/** The directive with a name among its arguments that begins with the prefix. */
function renamed(directive: ConstDirectiveNode, argumentName: string, prefix: string): ConstDirectiveNode {
  return visit(directive, {
    Argument(argument) {
      const { name, value } = argument
      if (name.value !== argumentName || (value.kind !== Kind.ENUM && value.kind !== Kind.STRING)) return undefined
      return { ...argument, value: { ...value, value: `${prefix}${value.value}` } }
    },
  })
}
