import { Kind, TypeInfo, print, visit, visitWithTypeInfo } from 'graphql'
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableDefinitionNode,
} from 'graphql'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import { mapLiterals } from '../../document/mapLiterals.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import { usedFragments } from '../../document/usedFragments.ts'
import type { ClientKeys } from '../../execute/ClientKeys.ts'
import type { SettledOperation } from './createConditionSettler.ts'
import { createLiteralCollector } from './createLiteralCollector.ts'
import { createMeanings } from './createMeanings.ts'
import type { ResponseKeys } from './createResponseKeys.ts'
import { renameVariables } from './renameVariables.ts'
import { withoutMarks } from './withoutMarks.ts'

/** An operation in the form in which it is planned and run. */
export interface PreparedOperation {
  /** The text of the document below, and what it is known by. */
  readonly text: string
  /** The operation and the fragments that it uses, with the marks that were put at its fields. */
  readonly document: DocumentNode
  /** The same as far as agencies may be asked for it. */
  readonly planned: DocumentNode
  readonly clientKeys: ClientKeys
  /** What stood as literals in the client's text, by the variables that stand there now. */
  readonly literals: Readonly<Record<string, unknown>>
  /** The variables that are not the client's, each with the one that is. */
  readonly variables: ReadonlyMap<string, string>
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
  { document, definition: operation, hidden }: SettledOperation,
  { schema, keys }: PrepareOptions,
): PreparedOperation {
  const fragments = usedFragments(operation, fragmentsOf(document))
  const definitions = [withoutWords(operation), ...fragments.map(withoutDescription)]
  const { document: alone, variables } = renameVariables({ kind: Kind.DOCUMENT, definitions }, operation)
  const literals = createLiteralCollector(operation.variableDefinitions ?? [])
  // No renamed key is this: a GraphQL name does not begin with a digit. It is the same in every operation, for the text is a key.
  const nobodys = `${keys.prefix}0`
  const clientKeys = new Map<string, string | null>(hidden === undefined ? [] : [[nobodys, null]])
  const keyByMeaning = createMeanings(keys.prefix)
  const types = new TypeInfo(schema)
  const rootTypes = new Set<unknown>([schema.getQueryType(), schema.getMutationType()])
  const prepared = visit(
    alone,
    visitWithTypeInfo(types, {
      Directive: () => false,
      VariableDefinition: () => false,
      Field: {
        leave(node) {
          const isOfSchema = isInSchema(types)
          if (hidden !== undefined && node.alias?.value === hidden)
            return { ...aliased(node, nobodys), directives: isOfSchema ? [never] : [] }
          if (isOfSchema) return undefined
          const value = keyByMeaning(node, keys.keyOf(node, rootTypes.has(types.getParentType())))
          const given = responseKeyOf(node)
          if (value === given) return undefined
          clientKeys.set(value, given)
          return aliased(node, value)
        },
      },
      Argument(node) {
        const type = types.getArgument()?.type
        if (type === undefined || isInSchema(types) || types.getFieldDef()?.name === '__type') return false
        return { ...node, value: mapLiterals(node.value, type, literals.take) }
      },
    }),
  )
  const complete = withVariables(prepared, literals.definitions())
  return {
    text: print(complete),
    document: complete,
    planned: withoutMarks(complete),
    clientKeys,
    literals: literals.values(),
    variables,
  }
}

function aliased(node: FieldNode, value: string): FieldNode {
  return { ...node, alias: { kind: Kind.NAME, value } }
}

/** What the schema says of itself is shown as it was answered, and whoever answers it knows of conditions. */
const never: DirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'skip' },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value: { kind: Kind.BOOLEAN, value: true } },
  ],
}

/** What the client calls its operation, and says of it, makes no difference to anybody else. */
function withoutWords({ name: _name, variableDefinitions = [], ...operation }: OperationDefinitionNode) {
  return { ...withoutDescription(operation), variableDefinitions: variableDefinitions.map(withoutDescription) }
}

function withoutDescription<Node extends { readonly description?: unknown }>(node: Node): Omit<Node, 'description'> {
  const { description: _description, ...others } = node
  return others
}

/** What the schema says of itself stays as it is, also in fragments. */
function isInSchema(types: TypeInfo): boolean {
  return types.getParentType()?.name.startsWith('__') === true
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
