import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, parse } from 'graphql'
import type { ObjectShape } from '../../../../../gateway/execute/shape/Selection.ts'
import { objectIn } from '../../../../../gateway/execute/shape/objectIn.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import type { Opaque, OpaqueFields } from '../../../../../gateway/execute/text/Opaque.ts'
import { TextCursor } from '../../../../../gateway/execute/text/TextCursor.ts'
import { compileReader } from '../../../../../gateway/execute/text/compileReader.ts'
import { zoo } from '../../../../support/zoo.ts'

function shapeOf(query: string, schema = zoo.schema): ObjectShape {
  return shapeOfOperation(schema, parse(query)).root
}

function read(query: string, text: string, opaque: Opaque = new Map()): unknown {
  const cursor = new TextCursor(text)
  const value = compileReader(shapeOf(query), opaque)?.(cursor)
  return cursor.isAtEnd() ? value : undefined
}

/** Some of the fields of a shape, chosen by throws. */
function chooseOpaque(shape: ObjectShape, throws: Iterator<number>): OpaqueFields {
  const fields = new Map<string, Opaque>()
  for (const { key, name, value } of shape.selection.fieldsOf(shape.typeName)) {
    const thrown = Number(throws.next().value)
    const inside = objectIn(value)
    if (name === '__typename' || thrown === 0) continue
    fields.set(key, inside === undefined || thrown === 1 ? 'whole' : chooseOpaque(inside, throws))
  }
  return fields
}

function textsIn(value: unknown, opaque: Opaque): readonly unknown[] {
  if (value === null) return []
  if (opaque === 'whole') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, opaque))
  return [...opaque].flatMap(([key, inside]) => textsIn((value as Record<string, unknown>)[key], inside))
}

describe('what is read', () => {
  test('says what the text says, whatever is kept as it came', () => {
    fc.assert(
      fc.property(zoo.queries, fc.infiniteStream(fc.nat(2)), (query, throws) => {
        const text = JSON.stringify(zoo.ask(query))
        const opaque = chooseOpaque(shapeOf(query), throws)
        const value = read(query, text, opaque)
        expect(JSON.stringify(value)).toBe(text)
        for (const one of textsIn(value, opaque)) expect(one).toBeInstanceOf(JsonText)
      }),
    )
  })

  test('is nothing where there is a null, however little anybody looks into it', () => {
    expect(read('{ person { id } }', '{"person":null}', new Map([['person', 'whole' as const]]))).toEqual({
      person: null,
    })
    expect(read('{ person { id } }', '{"person":null}')).toEqual({ person: null })
    expect(read('{ person { id } }', 'null', 'whole')).toBeNull()
  })

  test('has keys of its own, however they are called', () => {
    const value = read('{ __proto__: person { constructor: id } }', '{"__proto__":{"constructor":"1"}}')
    expect(Object.entries(value as object)).toEqual([['__proto__', { constructor: '1' }]])
  })
})

describe('what is not read', () => {
  test.each([
    ['{ person { id } }', '{"person":{"id":1.5}}'],
    ['{ person { id } }', '{"person":{"id":"1"}'],
    ['{ person { id } }', '{"people":null}'],
    ['{ person { id } }', String.raw`{"person":{"id":"a\q"}}`],
    ['{ person { id } }', '{"person":{"id":"a\tb"}}'],
    ['{ person { __typename } }', '{"person":{"__typename":"Pet"}}'],
    ['{ people { id } }', '{"people":{}}'],
    ['{ people { id } }', '{"people":[{"id":"1"}'],
    ['{ people { id } }', '{"people":[{"id":"1"},null]}'],
  ])('is what is not to the letter what was selected: %s %s', (query, text) => {
    expect(read(query, text)).toBeUndefined()
    expect(read(query, text, 'whole')).toBeUndefined()
  })

  test('is what may be of several types, unless nobody looks into what holds it', () => {
    const schema = buildSchema(
      'type Query { a: [Being] } interface Being { id: ID } type Dog implements Being { id: ID }',
    )
    expect(compileReader(shapeOf('{ a { id } }', schema), new Map())).toBeUndefined()
  })

  test('is what has something too long for a pattern in it, however deep', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `n${index}: name`).join(' ')
    const whole = (...keys: readonly string[]): Opaque =>
      keys.reduceRight<Opaque>((inside, key) => new Map([[key, inside]]), 'whole')
    const short = '{"people":[{"pets":[{"name":"Rex"}]}]}'
    expect(JSON.stringify(read('{ people { pets { name } } }', short, whole('people', 'pets')))).toBe(short)
    expect(compileReader(shapeOf(`{ person { ${names} } }`), whole('person'))).toBeUndefined()
    expect(compileReader(shapeOf(`{ people { pets { ${names} } } }`), whole('people', 'pets'))).toBeUndefined()
  })
})
