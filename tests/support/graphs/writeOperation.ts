import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
} from 'graphql'
import type { GraphQLCompositeType, GraphQLField, GraphQLInputType, GraphQLSchema } from 'graphql'

/** An operation as a client might send it. */
export interface WrittenOperation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Answers a number from 0 up to, and without, `below`. */
export type Dice = (below: number) => number

interface Writing {
  readonly schema: GraphQLSchema
  readonly dice: Dice
  readonly words: readonly string[]
  readonly definitions: Map<string, string>
  readonly values: Record<string, unknown>
  readonly fragments: string[]
}

/** Names that mean something to somebody else. */
const nastyNames = ['__typename', '__proto__', 'constructor', 'own_id', 'x__alias_0', 'weight', 'name', 'id', 'title']

/** The keys that mocks know. */
const numbers = [1, 2, 3, 4].map((number) => `number ${number}`)

/**
 * Writes a random operation on a schema, with texts that mean something to its subgraphs. It may not be valid: where fragments meet,
 * two fields may want one name.
 */
export function writeOperation(
  schema: GraphQLSchema,
  dice: Dice,
  words: readonly string[] = numbers,
): WrittenOperation {
  const writing: Writing = { schema, dice, words, definitions: new Map(), values: {}, fragments: [] }
  const mutation = schema.getMutationType()
  const isMutation = mutation !== null && mutation !== undefined && dice(2) === 0
  const root = isMutation ? mutation : schema.getQueryType()
  if (root === null || root === undefined) throw new Error('The schema has no root type.')
  const set = writeSet(root, 3, writing)
  const heads = [...writing.definitions].map(([name, type]) => `$${name}: ${type}`)
  const heading = `${isMutation ? 'mutation' : 'query'}${heads.length === 0 ? '' : ` Q(${heads.join(' ')})`}`
  return { query: [`${heading} ${set}`, ...writing.fragments].join('\n'), variables: writing.values }
}

function writeSet(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { dice, schema } = writing
  const parts: string[] = []
  const count = 1 + dice(4)
  for (let index = 0; index < count; index += 1) parts.push(writeSelection(type, depth, writing))
  if (isAbstractType(type)) {
    for (const possible of schema.getPossibleTypes(type))
      if (dice(2) === 0) parts.push(`... on ${possible.name} ${writeSet(possible, depth - 1, writing)}`)
  }
  return `{ ${parts.join(' ')} }`
}

function writeSelection(type: GraphQLCompositeType, depth: number, writing: Writing): string {
  const { dice, fragments } = writing
  const kind = dice(12)
  if (kind === 0) return `__typename${writeCondition(writing)}`
  if (kind === 1 && depth > 0) return `...${writeCondition(writing)} ${writeSet(type, depth - 1, writing)}`
  if (kind === 2 && depth > 0 && type.name !== 'Query') {
    const set = writeSet(type, depth - 1, writing)
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${type.name} ${set}`)
    return `...${name}${writeCondition(writing)}`
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename'
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
  const field = fields[dice(Math.max(1, fields.length))]
  return field === undefined ? '__typename' : writeField(field, depth, writing)
}

function writeField(field: GraphQLField<unknown, unknown>, depth: number, writing: Writing): string {
  const { dice } = writing
  const inner = getNamedType(field.type)
  const given = field.args
    .filter(({ type, defaultValue }) => dice(2) === 0 || (isNonNullType(type) && defaultValue === undefined))
    .map(({ name, type }) => `${name}: ${writeArgument(type, writing)}`)
  const alias = dice(4) === 0 ? `${dice(2) === 0 ? nastyNames[dice(nastyNames.length)] : `a${dice(4)}`}: ` : ''
  const words = given.length === 0 ? '' : `(${given.join(', ')})`
  const set = isLeafType(inner) ? '' : ` ${writeSet(inner as GraphQLCompositeType, depth - 1, writing)}`
  return `${alias}${field.name}${words}${writeCondition(writing)}${set}`
}

function writeCondition(writing: Writing): string {
  const { dice } = writing
  if (dice(8) !== 0) return ''
  const value = dice(2) === 0 ? String(dice(3) > 0) : writeVariable('Boolean!', dice(3) > 0, writing)
  return ` @${dice(2) === 0 ? 'skip' : 'include'}(if: ${value})`
}

function writeVariable(type: string, value: unknown, { definitions, values }: Writing): string {
  const name = `v${definitions.size}`
  definitions.set(name, type)
  values[name] = value
  return `$${name}`
}

function writeArgument(type: GraphQLInputType, writing: Writing): string {
  const value = makeValue(type, 2, writing)
  if (writing.dice(2) === 0) return writeVariable(String(type), value, writing)
  return writeLiteral(type, value)
}

function makeValue(type: GraphQLInputType, depth: number, writing: Writing): unknown {
  const { dice, words } = writing
  if (!isNonNullType(type) && dice(6) === 0) return null
  const inner = getNullableType(type)
  if (isListType(inner)) return Array.from({ length: dice(3) }, () => makeValue(inner.ofType, depth, writing))
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(() => depth > 0 && dice(2) === 0)
    return Object.fromEntries(fields.map((field) => [field.name, makeValue(field.type, depth - 1, writing)]))
  }
  if (isEnumType(inner)) return inner.getValues()[dice(inner.getValues().length)]?.name
  if (inner.name === 'Int') return dice(5)
  if (inner.name === 'Float') return dice(5) / 2
  if (inner.name === 'Boolean') return dice(2) === 0
  return words[dice(words.length)] ?? ''
}

function writeLiteral(type: GraphQLInputType, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  const inner = getNullableType(type)
  if (isListType(inner))
    return `[${(value as readonly unknown[]).map((item) => writeLiteral(inner.ofType, item)).join(', ')}]`
  if (isInputObjectType(inner)) {
    const fields = inner.getFields()
    const given = Object.entries(value).flatMap(([name, item]) => {
      const field = fields[name]
      return field === undefined ? [] : [`${name}: ${writeLiteral(field.type, item)}`]
    })
    return `{ ${given.join(', ')} }`
  }
  return isEnumType(inner) && typeof value === 'string' ? value : JSON.stringify(value)
}
