import { Kind } from 'graphql'
import { fragmentsOf } from '../document/fragmentsOf.ts'
import type {
  DirectiveNode,
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
  VariableDefinitionNode,
} from 'graphql'

/** How large an operation is, with its fragments spread out. */
export interface DocumentSize {
  readonly fields: number
  /** Fields inside fields, or values inside values, whichever is more. */
  readonly depth: number
  /** Selection sets inside selection sets, be they of a field, an inline fragment or a fragment spread out. */
  readonly nesting: number
  readonly aliases: number
  readonly rootFields: number
  readonly directives: number
}

/**
 * The largest size, measure by measure, among the operations and fragments of a document. The work grows with the text
 * alone: each fragment is measured once however often it is spread, and one inside itself counts as nothing, since
 * validation refuses it.
 */
export function measureDocument(document: DocumentNode): DocumentSize {
  const fragments = fragmentsOf(document)
  const measured = new Map<string, DocumentSize>()
  let largest = nothing
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      largest = larger(largest, { ...sizeOfFragment(definition), rootFields: 0 })
    if (definition.kind === Kind.OPERATION_DEFINITION) largest = larger(largest, sizeOfDefinition(definition))
  }
  return largest

  function sizeOfDefinition({
    selectionSet,
    directives,
    variableDefinitions,
  }: Pick<OperationDefinitionNode, 'selectionSet' | 'directives' | 'variableDefinitions'>): DocumentSize {
    return sum(sizeOfSet(selectionSet), sum(sizeOfDirectives(directives), sizeOfVariables(variableDefinitions)))
  }

  function sizeOfFragment(fragment: FragmentDefinitionNode): DocumentSize {
    const name = fragment.name.value
    const known = measured.get(name)
    if (known !== undefined) return known
    measured.set(name, nothing)
    const size = sizeOfDefinition(fragment)
    measured.set(name, size)
    return size
  }

  function sizeOfSet(set: SelectionSetNode): DocumentSize {
    let size = nothing
    for (const selection of set.selections)
      size = sum(size, sum(sizeOfSelection(selection), sizeOfDirectives(selection.directives)))
    return { ...size, nesting: size.nesting + 1 }
  }

  function sizeOfSelection(selection: SelectionNode): DocumentSize {
    if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOfSet(selection.selectionSet)
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value)
      return fragment === undefined ? nothing : sizeOfFragment(fragment)
    }
    const inner = selection.selectionSet === undefined ? nothing : sizeOfSet(selection.selectionSet)
    return {
      fields: inner.fields + 1,
      depth: Math.max(inner.depth + 1, depthOfValues(selection.arguments)),
      nesting: inner.nesting,
      aliases: inner.aliases + (selection.alias === undefined ? 0 : 1),
      rootFields: 1,
      directives: inner.directives,
    }
  }
}

const nothing: DocumentSize = { fields: 0, depth: 0, nesting: 0, aliases: 0, rootFields: 0, directives: 0 }

function sum(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    fields: one.fields + other.fields,
    depth: Math.max(one.depth, other.depth),
    nesting: Math.max(one.nesting, other.nesting),
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    directives: one.directives + other.directives,
  }
}

function larger(one: DocumentSize, other: DocumentSize): DocumentSize {
  return {
    fields: Math.max(one.fields, other.fields),
    depth: Math.max(one.depth, other.depth),
    nesting: Math.max(one.nesting, other.nesting),
    aliases: Math.max(one.aliases, other.aliases),
    rootFields: Math.max(one.rootFields, other.rootFields),
    directives: Math.max(one.directives, other.directives),
  }
}

function sizeOfDirectives(directives: readonly DirectiveNode[] = []): DocumentSize {
  const depth = Math.max(0, ...directives.map((directive) => depthOfValues(directive.arguments)))
  return { ...nothing, directives: directives.length, depth }
}

function sizeOfVariables(definitions: readonly VariableDefinitionNode[] = []): DocumentSize {
  return definitions
    .map(({ defaultValue, directives }) => {
      const depth = defaultValue === undefined ? 0 : depthOfValue(defaultValue)
      return sum(sizeOfDirectives(directives), { ...nothing, depth })
    })
    .reduce(sum, nothing)
}

function depthOfValues(named: readonly { readonly value: ValueNode }[] = []): number {
  return Math.max(0, ...named.map(({ value }) => depthOfValue(value)))
}

function depthOfValue(value: ValueNode): number {
  if (value.kind === Kind.LIST) return 1 + Math.max(0, ...value.values.map(depthOfValue))
  if (value.kind === Kind.OBJECT) return 1 + depthOfValues(value.fields)
  return 0
}
