import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { DocumentNode, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from 'graphql'
import { readArguments } from '../../../platform/readArguments.ts'
import { mapSelections } from '../../document/mapSelections.ts'
import { typeNameField } from '../../document/typeNameField.ts'

/** The same document, which asks also of what type an object is where nobody else would. */
export type TypeAsker = (document: DocumentNode) => DocumentNode

/**
 * Makes the asker of a supergraph. Where one agency says that a field is of an interface or a union, and another that it is of one of
 * their types, the planner does not ask the other of what type the object is: it knows. Who is shown the answer does not.
 */
export function createTypeAsker(supergraph: GraphQLSchema): TypeAsker {
  const types = Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  const narrowed = new Set(
    types.flatMap((type) =>
      Object.keys(type.getFields())
        .filter((name) => isNarrowed(type, name))
        .map((name) => `${type.name}.${name}`),
    ),
  )
  if (narrowed.size === 0) return (document) => document

  function isNarrowed(type: GraphQLObjectType | GraphQLInterfaceType, name: string): boolean {
    const { type: known, astNode } = type.getFields()[name] ?? {}
    if (known === undefined || !isAbstractType(getNamedType(known))) return false
    return (astNode?.directives ?? []).some((directive) => {
      const told = directive.name.value === 'join__field' ? readArguments(directive)['type'] : undefined
      return typeof told === 'string' && isObjectType(supergraph.getType(told.replaceAll(/[[\]!]/g, '')))
    })
  }
  return (document) =>
    mapSelections(document, supergraph, ({ selections }, { field }) =>
      field !== undefined && narrowed.has(`${field.typeName}.${field.name}`)
        ? [...selections, typeNameField]
        : selections,
    )
}
