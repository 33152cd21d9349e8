import { GraphQLError, Kind, TypeInfo, isNonNullType, visit, visitWithTypeInfo } from 'graphql'
import type { ASTNode, DocumentNode, GraphQLSchema, OperationDefinitionNode, SelectionNode } from 'graphql'
import { fragmentsOf } from '../document/fragmentsOf.ts'
import type { Variables } from '../execute/Variables.ts'
import { faultAt } from './faultAt.ts'
import { isIncluded } from './isIncluded.ts'

/**
 * Throws an AggregateError of faults where a variable, as `checkVariables` answers it, is null and is used where no null may be. Its
 * own type may allow it, for the sake of its default or of the argument's, neither of which stands in for a null that was sent
 * (GraphQL specification, 5.8.5).
 */
export type NullCheck = (coerced: Variables) => void

/** Compiles the check: of operations without such variables, and of requests in which none of them is null, nothing is looked at. */
export function compileNullCheck(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): NullCheck {
  const { variableDefinitions = [] } = operation
  const nullable = variableDefinitions.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
  if (nullable.length === 0) return () => undefined
  const needed = findNeeded(schema, document, { operation, isLeftOut: () => false })
  const definitions = nullable.filter(({ variable }) => needed.has(variable.name.value))

  return function refuseNulls(coerced) {
    const nulls = definitions.filter(({ variable }) => coerced[variable.name.value] === null)
    if (nulls.length === 0) return
    const isLeftOut = (node: SelectionNode): boolean => !isIncluded(node, coerced)
    const used = findNeeded(schema, document, { operation, isLeftOut })
    const wrong = nulls.filter(({ variable }) => used.has(variable.name.value))
    if (wrong.length === 0) return
    throw new AggregateError(
      wrong.map((node) => {
        const { value: variable } = node.variable.name
        const sentence = `Variable "$${variable}" must not be null where it is used.`
        return faultAt('BAD_USER_INPUT', new GraphQLError(sentence, { nodes: node }), { sentence, variable })
      }),
    )
  }
}

interface Searching {
  readonly operation: OperationDefinitionNode
  readonly isLeftOut: (node: SelectionNode) => boolean
}

/** The variables that an operation uses where no null may be, but for what is left out. */
function findNeeded(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, isLeftOut }: Searching,
): ReadonlySet<string> {
  const fragments = fragmentsOf(document)
  const types = new TypeInfo(schema)
  const needed = new Set<string>()
  const definitions = new Set<ASTNode>([operation])

  function enter(node: ASTNode): false | undefined {
    if (isSelection(node) && isLeftOut(node)) return false
    if (node.kind === Kind.VARIABLE && isNonNullType(types.getInputType())) needed.add(node.name.value)
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : undefined
    if (fragment !== undefined) definitions.add(fragment)
    return undefined
  }

  // It grows by the fragments that are met.
  for (const definition of definitions) visit(definition, visitWithTypeInfo(types, { enter }))
  return needed
}

function isSelection(node: ASTNode): node is SelectionNode {
  return node.kind === Kind.FIELD || node.kind === Kind.INLINE_FRAGMENT || node.kind === Kind.FRAGMENT_SPREAD
}
