import { describe, expect, it } from '@jest/globals'
import { parse, print } from 'graphql'
import { collectRootFields } from '../../../../gateway/document/collectRootFields.ts'

function collect(text: string): readonly (readonly [string, readonly string[]])[] {
  return [...collectRootFields(parse(text))].map(([key, fields]) => [key, fields.map((field) => print(field))])
}

describe('root fields', () => {
  it('have the order in which they are met, also inside fragments', () => {
    const text = `mutation { a ... { b ...F } d } fragment G on Mutation { c } fragment F on Mutation { ...G a }`
    expect(collect(text).map(([key]) => key)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are one where they have one response key, at the first of their places', () => {
    expect(collect('mutation { one: a(id: 1) { x } b one: a(id: 1) { y } }')).toEqual([
      ['one', ['one: a(id: 1) {\n  x\n}', 'one: a(id: 1) {\n  y\n}']],
      ['b', ['b']],
    ])
  })

  it('are those of a fragment once, however often it is spread', () => {
    expect(collect('mutation { ...F ...F } fragment F on Mutation { a }')).toEqual([['a', ['a']]])
  })
})
