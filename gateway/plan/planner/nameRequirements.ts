import { Kind, print, visit } from 'graphql'
import type {
  ConstDirectiveNode,
  DocumentNode,
  FieldNode,
  ObjectValueNode,
  SelectionSetNode,
  StringValueNode,
} from 'graphql'
import { namedTypeOf } from '../../../platform/namedTypeOf.ts'
import { readArguments } from '../../../platform/readArguments.ts'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { isFieldOwner } from './isFieldOwner.ts'

/** A supergraph in which neither a `@requires` nor a `@fromContext` selects fields with arguments. */
export interface NamedRequirements {
  readonly supergraph: DocumentNode
  /** By the name of a field that was added, the field and the arguments that it stands for. */
  readonly fields: ReadonlyMap<string, FieldNode>
}

/**
 * Gives a supergraph a field of its own for each field that some agency needs with arguments. The planner takes fields that
 * differ in nothing but arguments for one (apollographql/federation 2996), and fields of different names for what they are.
 * The names are of the form of `own_0_price`, which neither a field nor a prepared response key has.
 */
export function nameRequirements(supergraph: DocumentNode, prefix: string): NamedRequirements {
  const owners = new Map(supergraph.definitions.filter(isFieldOwner).map((type) => [type.name.value, type]))
  const names = new Map<string, string>()
  const fields = new Map<string, FieldNode>()
  /** By type, the fields to add to it, each with the one that it copies. */
  const added = new Map<string, Map<string, string>>()

  function nameOf({ name, arguments: given }: FieldNode): string {
    const field: FieldNode = { kind: Kind.FIELD, name, ...(given && { arguments: given }) }
    const text = print(field)
    const known = names.get(text) ?? `${prefix}${names.size}_${name.value}`
    names.set(text, known)
    fields.set(known, field)
    return known
  }

  function add(typeName: string, name: string, copied: string): void {
    const known = added.get(typeName) ?? new Map<string, string>()
    added.set(typeName, known.set(name, copied))
    for (const type of owners.values())
      if (type.interfaces?.some((one) => one.name.value === typeName) === true) add(type.name.value, name, copied)
  }

  function nameIn(set: SelectionSetNode, typeName: string): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return nameField(selection, typeName)
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection
      const { typeCondition, selectionSet } = selection
      return { ...selection, selectionSet: nameIn(selectionSet, typeCondition?.name.value ?? typeName) }
    })
    return { ...set, selections }
  }

  function nameField(field: FieldNode, typeName: string): FieldNode {
    const { name, selectionSet } = field
    const known = owners.get(typeName)?.fields?.find((one) => one.name.value === name.value)
    const inner = selectionSet && nameIn(selectionSet, known === undefined ? '' : namedTypeOf(known.type))
    const named = { ...field, ...(inner && { selectionSet: inner }) }
    if ((field.arguments ?? []).length === 0) return named
    const own = nameOf(field)
    add(typeName, own, name.value)
    return { ...named, name: { ...name, value: own }, arguments: [] }
  }

  /** Whichever of the types has it. */
  function nameInEach(set: SelectionSetNode, typeNames: readonly string[]): SelectionSetNode {
    return typeNames.map((typeName) => nameIn(set, typeName))[0] ?? set
  }

  function nameAll<Owner extends FieldOwner>(type: Owner): Owner {
    return mapJoins(type, {
      requires: (set) => nameIn(set, type.name.value),
      context: (set, context) => nameInEach(set, namesWithContext([...owners.values()], context)),
    })
  }

  const renamed = visit(supergraph, { ObjectTypeDefinition: nameAll, InterfaceTypeDefinition: nameAll })
  return { supergraph: fields.size === 0 ? supergraph : withFields(renamed, added), fields }
}

function namesWithContext(owners: readonly FieldOwner[], context: string): readonly string[] {
  const types = owners.filter(({ directives = [] }) =>
    directives.some((one) => one.name.value === 'context' && readArguments(one)['name'] === context),
  )
  return types.map(({ name }) => name.value)
}

/** Changes the selections of a `requires`, and those that are of a context. */
interface Changes {
  readonly requires: (set: SelectionSetNode) => SelectionSetNode
  readonly context: (set: SelectionSetNode, context: string) => SelectionSetNode
}

function mapJoins<Owner extends FieldOwner>(type: Owner, { requires, context }: Changes): Owner {
  function change(directive: ConstDirectiveNode): ConstDirectiveNode {
    if (directive.name.value !== 'join__field') return directive
    return visit(directive, {
      Argument(argument) {
        const { name, value } = argument
        if (name.value !== 'requires' || value.kind !== Kind.STRING) return undefined
        return { ...argument, value: mapText(value, requires) }
      },
      ObjectValue(node) {
        const name = valueOf(node, 'context')
        const selection = valueOf(node, 'selection')
        if (name === undefined || selection === undefined) return undefined
        const value = mapText(selection, (set) => context(set, name.value))
        return {
          ...node,
          fields: node.fields.map((field) => (field.value === selection ? { ...field, value } : field)),
        }
      },
    })
  }
  const fields = (type.fields ?? []).map((field) => ({
    ...field,
    directives: (field.directives ?? []).map(change),
  }))
  return { ...type, fields }
}

function valueOf({ fields }: ObjectValueNode, name: string): StringValueNode | undefined {
  const value = fields.find((field) => field.name.value === name)?.value
  return value?.kind === Kind.STRING ? value : undefined
}

/** A selection has braces around it in a context, unless it is of certain types, and none in a requirement. */
function mapText(node: StringValueNode, change: (set: SelectionSetNode) => SelectionSetNode): StringValueNode {
  const text = node.value.trim()
  const hasBraces = text.startsWith('{')
  const changed = print(change(parseFieldSet(hasBraces ? text.slice(1, -1) : text)))
  return { kind: Kind.STRING, value: hasBraces ? changed : changed.slice(1, -1).trim() }
}

/** What joins agencies says the same of a copy as of the field itself. */
function withFields(document: DocumentNode, added: ReadonlyMap<string, ReadonlyMap<string, string>>): DocumentNode {
  const definitions = document.definitions.map((type) => {
    if (!isFieldOwner(type)) return type
    const copies = [...(added.get(type.name.value) ?? [])].flatMap(([value, copied]) => {
      const field = type.fields?.find(({ name }) => name.value === copied)
      const directives = field?.directives?.filter(({ name }) => name.value === 'join__field')
      return field && directives ? [{ ...field, name: { ...field.name, value }, arguments: [], directives }] : []
    })
    return { ...type, fields: [...(type.fields ?? []), ...copies] }
  })
  return { ...document, definitions }
}
