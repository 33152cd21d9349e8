import {
  Kind,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isScalarType,
  parseType,
  print,
  valueFromASTUntyped,
} from 'graphql'
import type { GraphQLInputType, ValueNode, VariableDefinitionNode, VariableNode } from 'graphql'
import { inOrder } from '../../document/inOrder.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'

/** Takes literals out of an operation, so that what it says does not depend on them. */
export interface LiteralCollector {
  /** The variable that stands for the literal from now on; undefined for one that has to stay where it is. */
  readonly take: (literal: ValueNode, type: GraphQLInputType) => VariableNode | undefined
  /** The definitions of these variables. */
  readonly definitions: () => readonly VariableDefinitionNode[]
  readonly values: () => Readonly<Record<string, unknown>>
}

interface Taken {
  readonly variable: VariableNode
  readonly definition: VariableDefinitionNode
  readonly value: unknown
}

/** Makes the collector of an operation that has these variables. */
export function createLiteralCollector(variables: readonly VariableDefinitionNode[]): LiteralCollector {
  const prefix = unusedPrefix(
    'literal',
    variables.map(({ variable }) => variable.name.value),
  )
  const taken = new Map<string, Taken>()

  return {
    take(literal, type) {
      if (!isPortable(literal, type)) return undefined
      // Fields that are merged have to have the same arguments still.
      const key = `${String(type)} ${print(inOrder(literal))}`
      const known = taken.get(key) ?? takenAs(`${prefix}${taken.size}`, literal, type)
      taken.set(key, known)
      return known.variable
    },
    definitions: () => [...taken.values()].map(({ definition }) => definition),
    values: () => Object.fromEntries([...taken.values()].map(({ variable, value }) => [variable.name.value, value])),
  }
}

function takenAs(name: string, literal: ValueNode, type: GraphQLInputType): Taken {
  const variable: VariableNode = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }
  const definition: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable,
    type: parseType(String(type), { noLocation: true }),
  }
  return { variable, definition, value: valueFromASTUntyped(literal) }
}

/** Whether a literal means the same as a JSON value: a number of a scalar that only its agency knows may not. */
function isPortable(literal: ValueNode, given: GraphQLInputType): boolean {
  const type = getNullableType(given)
  if (literal.kind === Kind.VARIABLE) return false
  if (literal.kind === Kind.NULL) return true
  if (isListType(type)) {
    const items = literal.kind === Kind.LIST ? literal.values : [literal]
    return items.every((item) => isPortable(item, type.ofType))
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    return (
      literal.kind === Kind.OBJECT &&
      literal.fields.every(({ name, value }) => {
        const field = fields[name.value]
        return field !== undefined && isPortable(value, field.type)
      })
    )
  }
  if (isEnumType(type)) return literal.kind === Kind.ENUM
  return isScalarType(type) && isPortableScalar(literal, type.name)
}

function isPortableScalar(literal: ValueNode, name: string): boolean {
  if (literal.kind === Kind.STRING || literal.kind === Kind.BOOLEAN) return true
  if (literal.kind === Kind.FLOAT) return name === 'Float' && Number.isFinite(Number(literal.value))
  const takesInt = name === 'Int' || name === 'Float' || name === 'ID'
  if (literal.kind !== Kind.INT || !takesInt) return false
  const number = Number(literal.value)
  return Number.isSafeInteger(number) && String(number) === literal.value
}
