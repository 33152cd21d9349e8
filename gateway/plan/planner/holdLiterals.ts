import {
  Kind,
  TypeInfo,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  isScalarType,
  parse,
  parseType,
  print,
  stripIgnoredCharacters,
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
  const prefix = unusedPrefix('held', variableNames(document))
  const info = new TypeInfo(schema)

  function hold(literal: ValueNode): VariableNode | undefined {
    // At a list, it knows the type of the items already.
    const type = literal.kind === Kind.LIST ? info.getParentInputType() : info.getInputType()
    if (!isInputType(type) || !isWhole(literal, type) || holdsVariable(literal)) return undefined
    const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: `${prefix}${held.size}` } }
    held.set(variable.name.value, literal)
    const typeNode = parseType(String(type), { noLocation: true })
    definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: typeNode })
    return variable
  }

  const without = visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition(node) {
        const type = info.getInputType()
        if (node.defaultValue === undefined || !isInputType(type) || !holdsForeignLiteral(node.defaultValue, type))
          return undefined
        defaults.set(node.variable.name.value, node.defaultValue)
        // Without any, a variable that may be null might stand where none may.
        return { ...node, defaultValue: standIn(node.defaultValue, type) }
      },
      IntValue: hold,
      FloatValue: hold,
      EnumValue: hold,
      ListValue: hold,
      ObjectValue: hold,
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
    return {
      ...fetch,
      query: stripIgnoredCharacters(print(text)),
      variables: fetch.variables.filter((name) => !held.has(name)),
    }
  }
  return { document: define(without, definitions), release }
}

/** A value of the same form in which texts stand for what only an agency can read. */
function standIn(value: ConstValueNode, given: GraphQLInputType): ConstValueNode {
  const type = getNullableType(given)
  if (isListType(type)) {
    if (value.kind !== Kind.LIST) return standIn(value, type.ofType)
    return { ...value, values: value.values.map((item) => standIn(item, type.ofType)) }
  }
  if (isInputObjectType(type) && value.kind === Kind.OBJECT) {
    const known = type.getFields()
    const fields = value.fields.map((field) => {
      const inner = known[field.name.value]?.type
      return inner === undefined ? field : { ...field, value: standIn(field.value, inner) }
    })
    return { ...value, fields }
  }
  return holdsForeignLiteral(value, type) ? { kind: Kind.STRING, value: '' } : value
}

/** Whether a literal is all of a value that only an agency can read: what holds one beside others is looked into. */
function isWhole(literal: ValueNode, type: GraphQLInputType): boolean {
  const isComposed = literal.kind === Kind.LIST || literal.kind === Kind.OBJECT
  return holdsForeignLiteral(literal, type) && (!isComposed || isScalarType(getNullableType(type)))
}

function holdsVariable(literal: ValueNode): boolean {
  let holds = false
  visit(literal, { Variable: () => void (holds = true) })
  return holds
}

function variableNames(document: DocumentNode): readonly string[] {
  const names: string[] = []
  visit(document, { Variable: ({ name }) => void names.push(name.value) })
  return names
}

function define(document: DocumentNode, added: readonly VariableDefinitionNode[]): DocumentNode {
  return visit(document, {
    OperationDefinition: (node) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...added] }),
  })
}
