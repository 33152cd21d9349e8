import { isInterfaceType } from 'graphql'
import type { ConstDirectiveNode, GraphQLInterfaceType, GraphQLSchema } from 'graphql'
import { readArguments } from '../../../platform/readArguments.ts'

/** Interfaces that some agencies know as objects. */
export interface InterfaceObjects {
  readonly names: ReadonlySet<string>
  /** Whether an agency that answers the field may know what it answers as an object. */
  readonly mayStandAt: (typeName: string, parentName: string, fieldName: string) => boolean
  /** Whether an agency that knows the interface as an object requires something for the field. */
  readonly requires: (typeName: string, fieldName: string) => boolean
}

/** Reads them from a supergraph (`@join__type(isInterfaceObject:)` of the join specification). */
export function readInterfaceObjects(supergraph: GraphQLSchema): InterfaceObjects {
  const graphs = new Map<string, ReadonlySet<string>>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    const known = isInterfaceType(type) ? graphsOf(type) : new Set<string>()
    if (known.size > 0) graphs.set(type.name, known)
  }

  function directivesOf(typeName: string, fieldName: string): readonly ConstDirectiveNode[] {
    const type = supergraph.getType(typeName)
    const field = type !== undefined && 'getFields' in type ? type.getFields()[fieldName] : undefined
    return (field?.astNode?.directives ?? []).filter(({ name }) => name.value === 'join__field')
  }
  return {
    names: new Set(graphs.keys()),
    mayStandAt(typeName, parentName, fieldName) {
      if (!graphs.has(typeName)) return false
      const answering = directivesOf(parentName, fieldName).map((directive) => readArguments(directive)['graph'])
      const known: ReadonlySet<unknown> | undefined = graphs.get(typeName)
      return answering.length === 0 || answering.some((graph) => graph === undefined || known?.has(graph) === true)
    },
    requires: (typeName, fieldName) =>
      directivesOf(typeName, fieldName).some((directive) => readArguments(directive)['requires'] !== undefined),
  }
}

function graphsOf({ astNode }: GraphQLInterfaceType): ReadonlySet<string> {
  const joins = (astNode?.directives ?? []).filter(
    (directive) => directive.name.value === 'join__type' && readArguments(directive)['isInterfaceObject'] === true,
  )
  return new Set(joins.map((directive) => String(readArguments(directive)['graph'])))
}
