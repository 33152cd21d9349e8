import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'

/** An operation that was run, with the schema that it was run on. */
export interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
}

/** Where an error stands, in names of the schema and indices of lists. */
export interface FieldPlace {
  /** Such as `Passport.status`; of what is selected on an interface, the interface's. */
  readonly field: string
  readonly path: readonly (string | number)[]
}

/** What is selected on a type, and the names of the fields above it. */
interface Level {
  readonly set: SelectionSetNode | undefined
  readonly type: string | undefined
  readonly above: readonly string[]
}

interface SelectedField {
  readonly node: FieldNode
  readonly type: string
  readonly above: readonly string[]
}

/**
 * Finds the field of an error that execution located; undefined for one that has no place in the document. The keys of the error's
 * own path may be aliases, which may hold whatever a client wrote: they are followed, and the names of their fields given.
 */
export function locateField({ schema, document }: Asked, error: GraphQLError): FieldPlace | undefined {
  const { nodes = [], path = [] } = error
  const keys = path.filter((key) => typeof key === 'string')
  const last = keys.at(-1)
  let levels: readonly Level[] = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [{ set: definition.selectionSet, type: schema.getRootType(definition.operation)?.name, above: [] }]
      : [],
  )
  for (const key of keys.slice(0, -1)) {
    levels = fieldsOf(document, levels, key).map(({ node, type, above }) => ({
      set: node.selectionSet,
      type: typeBelow(schema, type, node.name.value),
      above: [...above, node.name.value],
    }))
  }
  const found =
    last === undefined ? undefined : fieldsOf(document, levels, last).find(({ node }) => nodes.includes(node))
  if (found === undefined) return undefined
  const names = [...found.above, found.node.name.value].values()
  return {
    field: `${found.type}.${found.node.name.value}`,
    path: path.map((key) => (typeof key === 'number' ? key : (names.next().value ?? ''))),
  }
}

/** The fields that have this key in an answer. Each selection is looked into once, however often it is spread. */
function fieldsOf(document: DocumentNode, levels: readonly Level[], key: string): readonly SelectedField[] {
  const seen = new Set<SelectionSetNode>()
  return levels.flatMap(collect)

  function collect({ set, type, above }: Level): readonly SelectedField[] {
    if (set === undefined || type === undefined || seen.has(set)) return []
    seen.add(set)
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD)
        return (selection.alias ?? selection.name).value === key ? [{ node: selection, type, above }] : []
      const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(document, selection.name.value)
      return collect({ set: inside?.selectionSet, type: inside?.typeCondition?.name.value ?? type, above })
    })
  }
}

function fragmentOf({ definitions }: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return definitions
    .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    .find((fragment) => fragment.name.value === name)
}

function typeBelow(schema: GraphQLSchema, parent: string, name: string): string | undefined {
  const type = schema.getType(parent)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
  return field === undefined ? undefined : getNamedType(field.type).name
}
