import { setOwn } from '../setOwn.ts'
import type { LeafShape, ListShape, ObjectShape, ValueShape } from '../shape/Selection.ts'
import { JsonText } from './JsonText.ts'
import type { Opaque, OpaqueFields } from './Opaque.ts'
import type { TextCursor } from './TextCursor.ts'
import { compileSkim } from './compileSkim.ts'

/** Reads a value where a cursor stands, and goes on behind it; undefined where it is not to the letter what was selected. */
export type Reader = (cursor: TextCursor) => unknown

/**
 * Compiles what reads JSON without making anything of what nobody looks into: that is kept as the text that it came as (see
 * `patternOf` for which texts). Undefined for what is looked into and may be of several types, and for what is too long
 * for a pattern.
 */
export function compileReader(shape: ValueShape, opaque: Opaque): Reader | undefined {
  if (opaque === 'whole') return readText(shape)
  switch (shape.kind) {
    case 'leaf':
      return readLeaf(shape)
    case 'list':
      return readList(shape, opaque)
    case 'object':
      return readObject(shape, opaque)
    default:
      return shape satisfies never
  }
}

function readText(shape: ValueShape): Reader | undefined {
  // Whether there is anything at all is for everybody to see.
  return readSkimmed(shape, (text) => (text === 'null' ? null : new JsonText(text)))
}

function readLeaf(shape: LeafShape): Reader | undefined {
  return readSkimmed(shape, (text): unknown => (text.startsWith('"') ? text.slice(1, -1) : JSON.parse(text)))
}

function readSkimmed(shape: ValueShape, valueOf: (text: string) => unknown): Reader | undefined {
  const skim = compileSkim(shape)
  if (skim === undefined) return undefined
  return function read(cursor) {
    const { text, at } = cursor
    const end = skim(text, at)
    if (end === -1) return undefined
    cursor.at = end
    return valueOf(text.slice(at, end))
  }
}

function readList({ item, nullable }: ListShape, opaque: OpaqueFields): Reader | undefined {
  const readItem = compileReader(item, opaque)
  if (readItem === undefined) return undefined
  return function read(cursor) {
    if (nullable && cursor.take('null')) return null
    if (!cursor.take('[')) return undefined
    const items: unknown[] = []
    if (cursor.take(']')) return items
    do {
      const value = readItem(cursor)
      if (value === undefined) return undefined
      items.push(value)
    } while (cursor.take(','))
    return cursor.take(']') ? items : undefined
  }
}

interface FieldReader {
  readonly key: string
  /** What stands in front of the value. */
  readonly head: string
  readonly read: Reader
}

function readObject(
  { nullable, selection, typeName, typeNames }: ObjectShape,
  opaque: OpaqueFields,
): Reader | undefined {
  if (typeNames.size > 1) return undefined
  const fields: FieldReader[] = []
  for (const { key, name, value } of selection.fieldsOf(typeName)) {
    const read = name === '__typename' ? readWord(typeName) : compileReader(value, opaque.get(key) ?? none)
    if (read === undefined) return undefined
    fields.push({ key, head: `${fields.length === 0 ? '{' : ','}${JSON.stringify(key)}:`, read })
  }
  return function read(cursor) {
    if (nullable && cursor.take('null')) return null
    const object: Record<string, unknown> = {}
    for (const field of fields) {
      const value = cursor.take(field.head) ? field.read(cursor) : undefined
      if (value === undefined) return undefined
      setOwn(object, field.key, value)
    }
    return cursor.take('}') ? object : undefined
  }
}

const none: OpaqueFields = new Map()

function readWord(word: string): Reader {
  const text = JSON.stringify(word)
  return (cursor) => (cursor.take(text) ? word : undefined)
}
