import { Kind, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { DocumentNode, GraphQLCompositeType, GraphQLNamedType, GraphQLSchema, SelectionNode } from 'graphql'
import { readArguments } from '../../../platform/readArguments.ts'
import { fragmentOn } from '../../document/fragmentOn.ts'
import { mapSelections } from '../../document/mapSelections.ts'

/** The same document, in which what is selected of several types is selected of each of them where the planner needs it so. */
export type ContextDivider = (document: DocumentNode) => DocumentNode

/**
 * Makes the divider of a supergraph. Below an interface, the planner finds no contexts that its types set and the interface does not,
 * and has no plan for fields with arguments that take their values from there.
 */
export function createContextDivider(supergraph: GraphQLSchema): ContextDivider {
  const all = Object.values(supergraph.getTypeMap())
  if (all.every((type) => setContexts(type).length === 0)) return (document) => document

  /** Those that a type sets itself, and those of the interfaces and unions that it is of. */
  function contextsOf(type: GraphQLNamedType): readonly unknown[] {
    const isOfType = isObjectType(type) || isInterfaceType(type)
    const above = all.filter((one) => isOfType && isAbstractType(one) && supergraph.isSubType(one, type))
    return [type, ...above].flatMap(setContexts)
  }

  function divide(selection: SelectionNode, type: GraphQLCompositeType): readonly SelectionNode[] {
    if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined || !isAbstractType(type))
      return [selection]
    const own = contextsOf(type)
    const types = supergraph.getPossibleTypes(type).filter((one) => !isHidden(one))
    const isKnown = types.every((one) => contextsOf(one).every((name) => own.includes(name)))
    return isKnown ? [selection] : types.map(({ name }) => fragmentOn(name, [selection]))
  }
  return (document) =>
    mapSelections(document, supergraph, ({ selections }, { type }) => selections.flatMap((one) => divide(one, type)))
}

function setContexts({ astNode }: GraphQLNamedType): readonly unknown[] {
  return (astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'context')
    .map((directive) => readArguments(directive)['name'])
}

/** Clients cannot select anything of it. */
function isHidden(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.astNode?.directives?.some(({ name }) => name.value === 'inaccessible') === true
}
