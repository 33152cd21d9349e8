import { defaultFieldResolver, getNullableType, isEnumType, isLeafType, isListType } from 'graphql'
import type { GraphQLFieldResolver, GraphQLLeafType, GraphQLOutputType } from 'graphql'
import { findNik } from './findNik.ts'
import { laterNik } from './laterNik.ts'
import { nikOf } from './nikOf.ts'

/** What every object of the mock is: something of this person, or a page of this size that follows this person. */
interface MockObject {
  readonly nik: string
  readonly first?: number
}

/** A field, by names. */
interface Coordinate {
  readonly type: string
  readonly field: string
}

/**
 * Answers any field of any schema of ours. What it answers is a function of the type, the field and the person's NIK alone,
 * so that agencies and API agree on it without knowing of each other. A list's page goes on after the NIK that is its cursor.
 */
export const mockField: GraphQLFieldResolver<unknown, unknown, Readonly<Record<string, unknown>>> = (
  ...[source, values, context, info]
) => {
  const { parentType, fieldName, returnType } = info
  // What an agency says of itself is its own to say.
  if (parentType.name === '_Service') return defaultFieldResolver(source, values, context, info)
  const coordinate = { type: parentType.name, field: fieldName }
  const nik = findNik(source) ?? findNik(values) ?? nikOf(0)
  const object: MockObject = { nik, first: readFirst(values) ?? readFirst(source) ?? 1 }
  const cursor = cursorOf(coordinate, object)
  return cursor ?? valueOf(returnType, coordinate, object)
}

function valueOf(returnType: GraphQLOutputType, coordinate: Coordinate, object: MockObject): unknown {
  const type = getNullableType(returnType)
  if (isListType(type)) {
    // Wrappers inside a list are lists or types again.
    const inner: GraphQLOutputType = type.ofType
    if (coordinate.field === 'edges') return page(object)
    return Array.from({ length: 1 + (hash(coordinate) % 2) }, () => valueOf(inner, coordinate, object))
  }
  return isLeafType(type) ? leafOf(type, coordinate, object) : object
}

function page({ nik, first = 0 }: MockObject): readonly MockObject[] {
  return Array.from({ length: first }, (_edge, index) => ({ nik: laterNik(nik, index + 1) }))
}

/** The cursors of a page are the NIKs of its persons. */
function cursorOf({ field }: Coordinate, { nik, first = 0 }: MockObject): string | undefined {
  if (field === 'cursor') return nik
  if (field === 'startCursor') return laterNik(nik, 1)
  if (field === 'endCursor') return laterNik(nik, first)
  return undefined
}

function leafOf(type: GraphQLLeafType, coordinate: Coordinate, { nik }: MockObject): unknown {
  if (isEnumType(type)) return type.getValues()[0]?.value
  const number = hash(coordinate)
  switch (type.name) {
    case 'NIK':
      return nik
    case 'Int':
    case 'Float':
      return number % 1000
    case 'Boolean':
      return true
    case 'Date':
      return dayOf(number)
    case 'DateTime':
      return `${dayOf(number)}T04:00:00.000Z`
    case 'CountryCode':
      return 'MY'
    case 'RegionCode':
      return '53.18.07'
    default:
      // A region's key has no room for a NIK, so that nobody who finds it by its key could say more.
      return coordinate.type === 'Region' ? coordinate.field : `${coordinate.field} ${nik}`
  }
}

function dayOf(number: number): string {
  return `2026-0${1 + (number % 9)}-1${number % 10}`
}

function hash({ type, field }: Coordinate): number {
  let number = 7
  for (const letter of `${type}.${field}`) number = (number * 31 + letter.charCodeAt(0)) % 1_000_003
  return number
}

function readFirst(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('first' in value)) return undefined
  return typeof value.first === 'number' ? value.first : undefined
}
