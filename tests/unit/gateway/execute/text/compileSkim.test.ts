import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'graphql'
import { isAsSelected } from '../../../../../gateway/execute/shape/isAsSelected.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'
import { compileSkim } from '../../../../../gateway/execute/text/compileSkim.ts'
import { isSimpleJson } from '../../../../../gateway/execute/text/isSimpleJson.ts'
import { zoo } from '../../../../support/zoo.ts'

function skim(query: string, text: string, at = 0): number {
  return compileSkim(shapeOfOperation(zoo.schema, parse(query)).root)(text, at)
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
  const characters = '{ } [ ] " , : - 0 1 5 9 n t f e . E a u l é "x": null true'.split(' ').concat(' ')
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
        fc.pre(isSimpleJson(Buffer.from(text)))
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
    ['{ person { born } }', '{"person":{"born":{"year":1999}}}'],
    ['{ person { grid } }', '{"person":{"grid":[[null]]}}'],
    ['{ person { grid } }', '{"person":{"grid":[[1,]]}}'],
    ['{ person { grid } }', '{"person":{"grid":[1]}}'],
    ['{ person { pets { id } } }', '{"person":{"pets":null}}'],
    ['{ person { __typename } }', '{"person":{"__typename":"Pet"}}'],
  ])('is not passed: %s %s', (query, text) => {
    expect(skim(query, text)).not.toBe(text.length)
  })
})
