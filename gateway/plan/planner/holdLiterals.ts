import {
  Kind,
  TypeInfo,
  isInputType,
  parse,
  parseType,
  print,
  stripIgnoredCharacters,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type {
  ConstValueNode,
  DocumentNode,
  GraphQLInputType,
  GraphQLSchema,
  ValueNode,
  VariableDefinitionNode,
  VariableNode,
} from 'graphql'
import { holdsForeignLiteral } from '../../document/holdsForeignLiteral.ts'
import { isForeignLiteral } from '../../document/isForeignLiteral.ts'
import { mapLiterals } from '../../document/mapLiterals.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'

/** A document for the planner, which reads literals and writes them anew, without those that only agencies can read. */
export interface HeldLiterals {
  readonly document: DocumentNode
  /** Puts them back, as they were written, into a fetch of its plan. */
  readonly release: (fetch: FetchPlan) => FetchPlan
}

/** Holds the literals of agencies' own scalars back from the planner: variables stand for them, and in defaults empty texts. */
export function holdLiterals(document: DocumentNode, schema: GraphQLSchema): HeldLiterals {
  const held = new Map<string, ValueNode>()
  const defaults = new Map<string, ConstValueNode>()
  const definitions: VariableDefinitionNode[] = []
  const prefix = unusedPrefix('held', variablesIn(document))
  const types = new TypeInfo(schema)

  function hold(literal: ValueNode, type: GraphQLInputType): VariableNode | undefined {
    if (!isForeignLiteral(literal, type) || variablesIn(literal).length > 0) return undefined
    const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: `${prefix}${held.size}` } }
    held.set(variable.name.value, literal)
    const typeNode = parseType(String(type), { noLocation: true })
    definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: typeNode })
    return variable
  }

  const without = visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition(node) {
        const type = typeFromAST(schema, node.type)
        const { defaultValue, variable } = node
        if (defaultValue === undefined || !isInputType(type) || !holdsForeignLiteral(defaultValue, type)) return false
        defaults.set(variable.name.value, defaultValue)
        // Without any, a variable that may be null might stand where none may.
        return { ...node, defaultValue: mapLiterals(defaultValue, type, standIn) }
      },
      Argument(node) {
        const type = types.getArgument()?.type
        return type && { ...node, value: mapLiterals(node.value, type, hold) }
      },
    }),
  )
  if (held.size === 0 && defaults.size === 0) return { document, release: (fetch) => fetch }

  function release(fetch: FetchPlan): FetchPlan {
    const text = visit(parse(fetch.query, { noLocation: true }), {
      VariableDefinition(node) {
        const { value: name } = node.variable.name
        if (held.has(name)) return null
        const defaultValue = defaults.get(name)
        return defaultValue && { ...node, defaultValue }
      },
      Variable: ({ name }) => held.get(name.value),
    })
    const variables = fetch.variables.filter((name) => !held.has(name))
    return { ...fetch, query: stripIgnoredCharacters(print(text)), variables }
  }
  return { document: define(without, definitions), release }
}

function standIn(value: ValueNode, type: GraphQLInputType): ValueNode | undefined {
  return isForeignLiteral(value, type) ? { kind: Kind.STRING, value: '' } : undefined
}

function variablesIn(node: DocumentNode | ValueNode): readonly string[] {
  const names: string[] = []
  visit(node, { Variable: ({ name }) => void names.push(name.value) })
  return names
}

function define(document: DocumentNode, added: readonly VariableDefinitionNode[]): DocumentNode {
  return visit(document, {
    OperationDefinition: (node) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...added] }),
  })
}
