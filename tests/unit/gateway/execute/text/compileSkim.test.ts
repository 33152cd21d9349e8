import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, parse } from 'graphql'
import { isAsSelected } from '../../../../../gateway/execute/shape/isAsSelected.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'
import { compileSkim } from '../../../../../gateway/execute/text/compileSkim.ts'
import { zoo } from '../../../../support/zoo.ts'

function skim(query: string, text: string, at = 0, schema = zoo.schema): number | undefined {
  return compileSkim(shapeOfOperation(schema, parse(query)).root)?.(text, at)
}

describe('a text that is to the letter what was selected', () => {
  test('is passed to its end, wherever it stands', () => {
    fc.assert(
      fc.property(zoo.queries, fc.constantFrom('', '[', '{"data":'), (query, before) => {
        const text = JSON.stringify(zoo.ask(query))
        expect(skim(query, `${before}${text}]}`, before.length)).toBe(before.length + text.length)
      }),
    )
  })
})

describe('any other text', () => {
  const characters = '{ } [ ] " , : - 0 1 5 9 n t f e . E a u l é \\ "x": null true'
    .split(' ')
    .concat(' ', '\n', '\u001f', '\u007f')
  const change = fc.record({
    at: fc.nat(),
    removed: fc.nat(3),
    added: fc.array(fc.constantFrom(...characters), { maxLength: 2 }).map((all) => all.join('')),
  })

  test('is passed only if it says in the same words what was selected', () => {
    fc.assert(
      fc.property(zoo.queries, fc.array(change, { minLength: 1, maxLength: 2 }), (query, changes) => {
        let text = JSON.stringify(zoo.ask(query))
        for (const { at, removed, added } of changes) {
          const place = at % text.length
          text = text.slice(0, place) + added + text.slice(place + removed)
        }
        if (skim(query, text) !== text.length) return
        const said: unknown = JSON.parse(text)
        expect(isAsSelected(said, shapeOfOperation(zoo.schema, parse(query)).root)).toBe(true)
        expect(JSON.stringify(said)).toBe(text)
      }),
      { numRuns: 3_000 },
    )
  })

  test.each([
    ['{ person { id } }', '{"person":{"id":null}}'],
    ['{ person { id } }', '{ "person": null }'],
    ['{ person { id } }', '{"person":{}}'],
    ['{ person { id name } }', '{"person":{"name":"n","id":"1"}}'],
    ['{ person { id } }', '{"person":{"id":"1","name":"n"}}'],
    ['{ person { id } }', '{"person":{"id":"1'],
    ['{ person { id } }', '{"person":[]}'],
    ['{ person { kind } }', '{"person":{"kind":"SECRET"}}'],
    ['{ person { kind } }', '{"person":{"kind":1}}'],
    ['{ person { age } }', '{"person":{"age":"25"}}'],
    ['{ person { age } }', '{"person":{"age":true}}'],
    ['{ person { age } }', '{"person":{"age":1.5}}'],
    ['{ person { age } }', '{"person":{"age":1e3}}'],
    ['{ person { age } }', '{"person":{"age":012}}'],
    ['{ person { age } }', '{"person":{"age":-0}}'],
    ['{ person { age } }', '{"person":{"age":-}}'],
    ['{ person { weight } }', '{"person":{"weight":1234567890123456}}'],
    ['{ person { weight } }', '{"person":{"weight":50.50}}'],
    ['{ person { alive } }', '{"person":{"alive":1}}'],
    ['{ person { alive } }', '{"person":{"alive":truth}}'],
    ['{ person { alive } }', '{"person":{"alive":fals}}'],
    ['{ person { name } }', '{"person":{"name":false}}'],
    ['{ person { name } }', String.raw`{"person":{"name":"a\q"}}`],
    ['{ person { name } }', String.raw`{"person":{"name":"a\/b"}}`],
    ['{ person { name } }', '{"person":{"name":"a\nb"}}'],
    ['{ person { name } }', '{"person":{"name":"\u0000"}}'],
    ['{ person { born } }', '{"person":{"born":{"year":1999}}}'],
    ['{ person { grid } }', '{"person":{"grid":[[null]]}}'],
    ['{ person { grid } }', '{"person":{"grid":[[1,]]}}'],
    ['{ person { grid } }', '{"person":{"grid":[1]}}'],
    ['{ person { pets { id } } }', '{"person":{"pets":null}}'],
    ['{ person { __typename } }', '{"person":{"__typename":"Pet"}}'],
  ])('is not passed: %s %s', (query, text) => {
    expect(skim(query, text)).not.toBe(text.length)
  })

  test('is passed or not where a list has millions of items, but never more than that', () => {
    const schema = buildSchema('type Query { all: [Int!]! }')
    const all = (count: number): string => `{"all":[${'1,'.repeat(count)}1]}`
    const most = all(4_100_000)
    expect([-1, most.length]).toContain(skim('{ all }', most, 0, schema))
    expect(skim('{ all }', all(1_000), 0, schema)).toBe(all(1_000).length)
  })
})

describe('a shape', () => {
  const schema = buildSchema(`type Query { name: String count: Int stage: Stage! }
    enum Stage { INFORMED ACCOUNT_OPENED REGISTERED SELECTED EXAMINED COMPETENT AGREEMENT_SIGNED RECOMMENDED }`)
  const selectAll = (field: string, count: number): string =>
    `{ ${Array.from({ length: count }, (_, index) => `f${index}: ${field}`).join(' ')} }`
  const textOf = (value: string, count: number): string =>
    `{${Array.from({ length: count }, (_, index) => `"f${index}":${value}`).join(',')}}`

  test.each([
    ['name', 300, '"Maria"'],
    ['name', 300, '"犬"'],
    ['count', 250, '48'],
    ['stage', 80, '"RECOMMENDED"'],
  ])('has an expression for many fields, here %s %d times, that the engine can run', (field, count, value) => {
    const text = textOf(value, count)
    // The first time the engine interprets it, and then makes code of it.
    for (let time = 0; time < 3; time += 1) expect(skim(selectAll(field, count), text, 0, schema)).toBe(text.length)
  })

  test.each(['name', 'count', 'stage'])('has none for a great many', (field) => {
    expect(skim(selectAll(field, 1_000), '{}', 0, schema)).toBeUndefined()
  })

  const leaf = { kind: 'leaf', nullable: false, acceptsTexts: false, names: [], of: undefined } as const

  test('that nothing fits has no text', () => {
    const shape = { ...leaf, accepts: () => false }
    expect(compileSkim(shape)?.('', 0)).toBe(-1)
    expect(compileSkim({ ...shape, nullable: true })?.('null', 0)).toBe(4)
  })

  test('that takes some whole numbers alone is for others to look at', () => {
    const shape = { ...leaf, accepts: (value: unknown) => value === (Number(value) | 0) }
    for (const text of ['0', '7', '3000000000']) expect(compileSkim(shape)?.(text, 0)).toBe(-1)
  })
})
