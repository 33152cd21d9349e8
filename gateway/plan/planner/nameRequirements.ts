import { Kind, print, visit } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, FieldNode, SelectionSetNode } from 'graphql'
import { parseFieldSet } from '../../supergraph/parseFieldSet.ts'
import type { FieldOwner } from './FieldOwner.ts'
import { isFieldOwner } from './isFieldOwner.ts'

/** A supergraph in which no `@requires` has arguments. */
export interface NamedRequirements {
  readonly supergraph: DocumentNode
  /** By the name of a field that was added, the field and the arguments that it stands for. */
  readonly fields: ReadonlyMap<string, FieldNode>
}

/**
 * Gives a supergraph a field of its own for each field that some agency requires with arguments. The planner takes fields that
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
    const inner = selectionSet && nameIn(selectionSet, known === undefined ? '' : namedTypeOf(known))
    const named = { ...field, ...(inner && { selectionSet: inner }) }
    if ((field.arguments ?? []).length === 0) return named
    const own = nameOf(field)
    add(typeName, own, name.value)
    return { ...named, name: { ...name, value: own }, arguments: [] }
  }

  const renamed = visit(supergraph, {
    ObjectTypeDefinition: (type) => mapRequires(type, nameIn),
    InterfaceTypeDefinition: (type) => mapRequires(type, nameIn),
  })
  return { supergraph: fields.size === 0 ? supergraph : withFields(renamed, added), fields }
}

function namedTypeOf({ type }: FieldDefinitionNode): string {
  let inner = type
  while (inner.kind !== Kind.NAMED_TYPE) inner = inner.type
  return inner.name.value
}

function mapRequires<Owner extends FieldOwner>(
  type: Owner,
  change: (set: SelectionSetNode, typeName: string) => SelectionSetNode,
): Owner {
  function changeDirective(directive: ConstDirectiveNode): ConstDirectiveNode {
    if (directive.name.value !== 'join__field') return directive
    return {
      ...directive,
      arguments: (directive.arguments ?? []).map((argument) => {
        if (argument.name.value !== 'requires' || argument.value.kind !== Kind.STRING) return argument
        const value = print(change(parseFieldSet(argument.value.value), type.name.value))
          .slice(1, -1)
          .trim()
        return { ...argument, value: { kind: Kind.STRING, value } }
      }),
    }
  }
  const fields = (type.fields ?? []).map((field) => ({
    ...field,
    directives: (field.directives ?? []).map(changeDirective),
  }))
  return { ...type, fields }
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
