import { describe, expect, it } from '@jest/globals'
import { buildSchema, executeSync, parse, validate } from 'graphql'
import type { LookupText } from '../../../../../gateway/execute/ask/LookupText.ts'
import { compileLookupText } from '../../../../../gateway/execute/ask/compileLookupText.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'

const schema = buildSchema(`
  type Query { house(street: String!, number: Int!): House }
  type House { street: String number: Int color(in: String): String next(number: Int): House }
`)

const key = [
  { field: 'street', variable: 's' },
  { field: 'number', variable: 'n' },
]

function textOf(query: string): LookupText | undefined {
  return compileLookupText({ at: 'house', type: 'House', key, owner: makeFetch(query), others: [] }, parse(query))
}

function ask(source: string, variableValues: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const document = parse(source)
  expect(validate(schema, document).map(({ message }) => message)).toEqual([])
  const { data, errors } = executeSync({
    schema,
    document,
    variableValues,
    fieldResolver: (
      source_: { street: string; number: number },
      given: Record<string, unknown>,
      _context,
      { fieldName },
    ) =>
      fieldName === 'house'
        ? given
        : fieldName === 'color'
          ? `${source_.street} in ${String(given['in'])}`
          : source_[fieldName as 'street'],
  })
  expect(errors).toBeUndefined()
  return JSON.parse(JSON.stringify(data)) as Readonly<Record<string, unknown>>
}

describe('lookups that travel together', () => {
  const query =
    'query($s:String!$n:Int!$in:String="EN"$next:Int){house(number:$n street:$s){...F next(number:$next){number}}}fragment F on House{color(in:$in)}'

  it('are answered each as alone', () => {
    const text = textOf(query)
    if (text === undefined) throw new Error('not joined')
    const keys = [
      { s: 'a', n: 1 },
      { s: 'b', n: 2 },
      { s: 'a', n: 1 },
    ]
    const together = Object.fromEntries(
      keys.flatMap((values, index) =>
        Object.entries(values).map(([name, value]) => [text.variableOf(name, index), value]),
      ),
    )
    const answer = ask(text.textFor(3), { ...together, next: 4 })
    for (const [index, values] of keys.entries())
      expect(answer[text.aliasOf(index)]).toEqual(ask(query, { ...values, next: 4 })['house'])
    expect(Object.keys(answer)).toHaveLength(3)
  })

  it('keep the defaults of what may be null: without them it could not stand where nothing is null', () => {
    const text = textOf('query($s:String="a"$n:Int!){house(number:$n street:$s){street}}')
    const values = Object.fromEntries(
      [['s', 'b'] as const, ['n', 1] as const].map(([name, value]) => [text?.variableOf(name, 0) ?? '', value]),
    )
    expect(ask(text?.textFor(1) ?? '', values)).toEqual({ [text?.aliasOf(0) ?? '']: { street: 'b' } })
  })

  it('have one text for each number of them, which is made once', () => {
    const text = textOf(query)
    expect(text?.textFor(2)).toBe(text?.textFor(2))
    expect(text?.textFor(1)).not.toBe(text?.textFor(2))
    expect(text).toMatchObject({ at: 'house', key: ['s', 'n'] })
  })

  it('have names that nothing in the text has', () => {
    const text = textOf(
      'query($s:String!$n:Int!$joined0_s:String){house(number:$n street:$s){...joined color(in:$joined0_s)}}fragment joined on House{street}',
    )
    if (text === undefined) throw new Error('not joined')
    const answer = ask(text.textFor(1), {
      [text.variableOf('s', 0)]: 'a',
      [text.variableOf('n', 0)]: 1,
      joined0_s: 'EN',
    })
    expect(answer[text.aliasOf(0)]).toEqual({ street: 'a', color: 'a in EN' })
  })

  it.each([
    ['in the selection', 'query($s:String!$n:Int!){house(street:$s number:$n){color(in:$s)}}'],
    [
      'in a fragment',
      'query($s:String!$n:Int!){house(street:$s number:$n){...F}}fragment F on House{next(number:$n){number}}',
    ],
  ])('are not possible where the key is used %s as well', (_where, text) => {
    expect(textOf(text)).toBeUndefined()
  })

  it('are not possible without a selection', () => {
    expect(textOf('query($s:String!$n:Int!){house(street:$s number:$n)}')).toBeUndefined()
    expect(textOf('fragment F on House{color}')).toBeUndefined()
  })
})
