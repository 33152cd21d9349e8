import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  Kind,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql'
import type { GraphQLAbstractType, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql'

/** An object of the mock, or what a representation says of one. */
type Source = Readonly<Record<string, unknown>>

/** Where a value stands, from which alone it follows. */
interface Spot {
  readonly schema: GraphQLSchema
  /** Type, number, field and arguments. */
  readonly text: string
  readonly number: number
  /** A key says the number of its object, so that all subgraphs mean the same by it. */
  readonly isKey: boolean
}

/**
 * A subgraph in which every value is a pure function of its object's type and number, of its field and its arguments: the same
 * in every subgraph that has the field. A field with `@requires` says what it was given.
 */
export function mockSubgraph(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) })
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type) && type.name !== '_Entity') {
      type.resolveType = (value: Source) => concreteName(schema, type, numberOf(value))
    }
    if (isObjectType(type) && !type.name.startsWith('_')) mockFields(schema, type)
  }
  return schema
}

function mockFields(schema: GraphQLSchema, type: GraphQLObjectType): void {
  const directives = type.astNode?.directives ?? []
  const keys = directives
    .filter(({ name }) => name.value === 'key')
    .map(({ arguments: given }) => given?.find(({ name }) => name.value === 'fields')?.value)
    .map((value) => (value?.kind === Kind.STRING ? value.value.replaceAll(/\{[^}]*\}/g, '') : ''))
  const keyFields = new Set(keys.flatMap((key) => key.trim().split(/\s+/)))
  for (const field of Object.values(type.getFields())) {
    if (field.name.startsWith('_')) continue
    const marks = new Set(field.astNode?.directives?.map(({ name }) => name.value))
    field.resolve = (source: Source | undefined, given: Source) => {
      const number = source === undefined ? 1 : numberOf(source)
      if (marks.has('requires')) return `${field.name} of ${JSON.stringify(withoutNames(source))}`
      const isKey = keyFields.has(field.name) || (source?.['isKey'] === true && field.name !== '__typename')
      if (marks.has('lookup')) return lookedUp(field.type, numberOf(given))
      const text = `${type.name} ${isKey ? '' : number} ${field.name} ${JSON.stringify(given)}`
      return valueOf(field.type, { schema, text, number, isKey })
    }
  }
}

/** What a key finds: every fifth number is nobody's. */
function lookedUp(type: GraphQLOutputType, number: number): Source | null {
  return number % 5 === 4 ? null : { __typename: String(type), number }
}

function valueOf(type: GraphQLOutputType, spot: Spot): unknown {
  const chance = hashOf(spot.text)
  // One value in six is null, also where it may not be: a subgraph then says so with an error.
  if (!spot.isKey && chance % 6 === 0 && (!isNonNullType(type) || chance % 24 === 0)) return null
  const inner = getNullableType(type)
  if (isListType(inner)) {
    const length = spot.isKey ? 1 : chance % 3
    return Array.from({ length }, (_, index) => valueOf(inner.ofType, { ...spot, text: `${spot.text} ${index}` }))
  }
  const number = spot.isKey ? spot.number : 1 + (chance % 4)
  if (isObjectType(inner)) return { __typename: inner.name, number, isKey: spot.isKey }
  if (isAbstractType(inner)) return { __typename: concreteName(spot.schema, inner, number), number }
  if (isEnumType(inner)) return inner.getValues()[chance % inner.getValues().length]?.value
  switch (inner.name) {
    case 'Int':
      return spot.isKey ? spot.number : chance % 100
    case 'Float':
      return (chance % 100) / 4
    case 'Boolean':
      return chance % 2 === 0
    case 'ID':
    case 'String':
      return spot.isKey ? `number ${spot.number}` : spot.text
    default:
      return spot.isKey ? `number ${spot.number}` : { text: [spot.text], own_title: null }
  }
}

function concreteName(schema: GraphQLSchema, type: GraphQLAbstractType, number: number): string {
  const names = schema.getPossibleTypes(type).map(({ name }) => name)
  return names.toSorted()[number % names.length] ?? ''
}

/** The number of an object: its own, or what the key of a representation says. */
function numberOf(source: unknown): number {
  if (typeof source === 'number') return source
  if (typeof source === 'string') return Number(/^number (\d+)$/.exec(source)?.[1] ?? Number.NaN)
  if (typeof source !== 'object' || source === null) return Number.NaN
  if ('number' in source && typeof source.number === 'number') return source.number
  return (
    Object.values(source)
      .map(numberOf)
      .find((number) => !Number.isNaN(number)) ?? 1
  )
}

/** What a field that requires something was given, in one order. */
function withoutNames(source: Source = {}): unknown {
  return Object.fromEntries(
    Object.entries(source)
      .filter(([name]) => name !== '__typename')
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return (hash ^ (hash >>> 13)) >>> 0
}
