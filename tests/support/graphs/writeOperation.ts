import {
  GraphQLBoolean,
  GraphQLNonNull,
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql'
import type { Dice, Writing } from './Writing.ts'
import { writeArgument } from './writeArgument.ts'
import { writeVariable } from './writeVariable.ts'

/** An operation as a client might send it. */
export interface WrittenOperation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

export interface WritingOptions extends Partial<Pick<Writing, 'isRich' | 'favoured'>> {
  readonly words?: readonly string[]
}

/** Names that mean something to somebody else. */
const nastyNames = ['__typename', '__proto__', 'constructor', 'own_id', 'x__alias_0', 'weight', 'name', 'id', 'title']

const nastierNames = 'code n x f0 f1 c0 s u own_0_f0 own_own_id nothing nothing0 literal0 hc0'.split(' ')

/** The keys that mocks know. */
const numbers = [1, 2, 3, 4].map((number) => `number ${number}`)

/**
 * Writes a random operation on a schema, with texts that mean something to its subgraphs. It may not be valid: where fragments meet,
 * two fields may want one name.
 */
export function writeOperation(
  schema: GraphQLSchema,
  dice: Dice,
  { words = numbers, isRich = false, favoured }: WritingOptions = {},
): WrittenOperation {
  const given = { schema, dice, words, isRich, favoured }
  const writing: Writing = { ...given, definitions: new Map(), values: {}, fragments: [] }
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
  if (kind === 1 && depth > 0) {
    const on = writing.isRich && dice(2) === 0 ? otherType(type, writing) : undefined
    const head = on === undefined ? '...' : `... on ${on.name}`
    return `${head}${writeCondition(writing)} ${writeSet(on ?? type, depth - 1, writing)}`
  }
  if (writing.isRich && kind === 3 && fragments.length > 0 && dice(2) === 0) return `...F${dice(fragments.length)}`
  if (kind === 2 && depth > 0 && type.name !== 'Query') {
    const set = writeSet(type, depth - 1, writing)
    const name = `F${fragments.length}`
    fragments.push(`fragment ${name} on ${type.name} ${set}`)
    return `...${name}${writeCondition(writing)}`
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return '__typename'
  const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
  const favoured = fields.filter(({ name }) => writing.favoured?.test(name))
  const among = favoured.length > 0 && dice(2) === 0 ? favoured : fields
  const field = among[dice(Math.max(1, among.length))]
  return field === undefined ? '__typename' : writeField(field, depth, writing)
}

/** One that objects of this type may be of as well. */
function otherType(type: GraphQLCompositeType, { schema, dice }: Writing): GraphQLCompositeType | undefined {
  const others = Object.values(schema.getTypeMap()).filter(
    (one) => isCompositeType(one) && !one.name.startsWith('__') && doTypesOverlap(schema, type, one),
  )
  return others[dice(others.length)] as GraphQLCompositeType | undefined
}

function writeField(field: GraphQLField<unknown, unknown>, depth: number, writing: Writing): string {
  const { dice } = writing
  const inner = getNamedType(field.type)
  const given = field.args
    .filter(({ type, defaultValue }) => dice(2) === 0 || (isNonNullType(type) && defaultValue === undefined))
    .map(({ name, type }) => `${name}: ${writeArgument(type, writing)}`)
  const names = writing.isRich ? [...nastyNames, ...nastierNames] : nastyNames
  const alias = dice(4) === 0 ? `${dice(2) === 0 ? names[dice(names.length)] : `a${dice(4)}`}: ` : ''
  const words = given.length === 0 ? '' : `(${given.join(', ')})`
  const set = isLeafType(inner) ? '' : ` ${writeSet(inner as GraphQLCompositeType, depth - 1, writing)}`
  return `${alias}${field.name}${words}${writeCondition(writing)}${set}`
}

const condition = new GraphQLNonNull(GraphQLBoolean)

function writeCondition(writing: Writing): string {
  const { dice } = writing
  if (dice(8) !== 0) return ''
  const value = dice(2) === 0 ? String(dice(3) > 0) : writeVariable(condition, dice(3) > 0, writing)
  return ` @${dice(2) === 0 ? 'skip' : 'include'}(if: ${value})`
}
