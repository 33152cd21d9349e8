import { Kind, TypeInfo, print, visit, visitWithTypeInfo } from 'graphql'
import type {
  ConstValueNode,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
  VariableNode,
} from 'graphql'
import { createLiteralCollector } from './createLiteralCollector.ts'
import type { ResponseKeys } from './createResponseKeys.ts'

/** An operation in the form in which it is planned and run. */
export interface PreparedOperation {
  /** The text of the document below, and what its plan is known by. */
  readonly text: string
  /** The operation and the fragments that it uses. */
  readonly document: DocumentNode
  /** The response keys that are not the client's, each with the one that is. */
  readonly names: ReadonlyMap<string, string>
  /** What stood as literals in the client's text, by the variables that stand there now. */
  readonly literals: Readonly<Record<string, unknown>>
}

export interface PrepareOptions {
  /** The schema that clients see, against which the document was found valid. */
  readonly schema: GraphQLSchema
  readonly keys: ResponseKeys
}

/**
 * Prepares a valid operation for the engine: alone with its fragments, with literals taken out as variables, so that one
 * plan serves all of them, and with no response key of the client's under which agencies need something else.
 */
export function prepareOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, keys }: PrepareOptions,
): PreparedOperation {
  // What the client calls its operation makes no difference to anybody else.
  const { name: _name, ...nameless } = operation
  const alone: DocumentNode = { kind: Kind.DOCUMENT, definitions: [nameless, ...fragmentsOf(document, operation)] }
  const literals = createLiteralCollector(operation.variableDefinitions ?? [])
  const names = new Map<string, string>()
  const types = new TypeInfo(schema)
  function takeLiteral(node: ConstValueNode): VariableNode | undefined {
    const type = types.getInputType()
    return type ? literals.take(node, type) : undefined
  }
  const rootTypes = new Set<unknown>([schema.getQueryType(), schema.getMutationType()])
  const prepared = visit(
    alone,
    visitWithTypeInfo(types, {
      // What the gateway answers by itself stays as it is.
      Directive: () => false,
      VariableDefinition: () => false,
      Field(node) {
        const { name, alias } = node
        if (name.value === '__schema' || name.value === '__type') return false
        const value = keys.keyOf(node, rootTypes.has(types.getParentType()))
        const given = alias?.value ?? name.value
        if (value === given) return undefined
        names.set(value, given)
        return { ...node, alias: { kind: Kind.NAME, value } } as const
      },
      ...Object.fromEntries(literalKinds.map((kind) => [kind, takeLiteral])),
    }),
  )
  const complete = withVariables(prepared, literals.definitions())
  return { text: print(complete), document: complete, names, literals: literals.values() }
}

const literalKinds = [
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
] as const

/** The fragments that an operation uses, itself or through others, in the order of the document. */
function fragmentsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly FragmentDefinitionNode[] {
  const all = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const used = new Set<string>()
  function collect(node: OperationDefinitionNode | FragmentDefinitionNode): void {
    visit(node, {
      FragmentSpread({ name }) {
        if (used.has(name.value)) return
        used.add(name.value)
        const fragment = all.find((one) => one.name.value === name.value)
        if (fragment !== undefined) collect(fragment)
      },
    })
  }
  collect(operation)
  return all.filter(({ name }) => used.has(name.value))
}

function withVariables(document: DocumentNode, added: readonly VariableDefinitionNode[]): DocumentNode {
  if (added.length === 0) return document
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? { ...definition, variableDefinitions: [...(definition.variableDefinitions ?? []), ...added] }
      : definition,
  )
  return { ...document, definitions }
}
