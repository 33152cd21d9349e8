import { describe, expect, it } from '@jest/globals'
import { Kind, buildSchema, parse } from 'graphql'
import type { SelectionSetNode } from 'graphql'
import { createSelection } from '../../../../../gateway/execute/shape/createSelection.ts'

const schema = buildSchema(`
  scalar Big
  enum Color { RED }
  input Amount { big: Big count: Int inner: [Amount!] }
  type Query { big(v: Big, vs: [Big], in: Amount, n: Int, color: Color): String }
`)

function setOf(text: string): SelectionSetNode {
  const [operation] = parse(text).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
  return operation.selectionSet
}

function argumentsIn(given: string, variables = {}): unknown {
  const set = setOf(`query ($v: Big, $n: Int) { big(${given}) }`)
  const selection = createSelection([{ set, parent: 'Query' }], { schema, fragments: new Map(), defaults: {} })
  return selection.fieldsOf('Query')[0]?.argumentsOf(variables)
}

describe('the arguments of a field', () => {
  it.each([
    ['v: "1.10"', { v: '1.10' }],
    ['v: null, n: 3, color: RED', { v: null, n: 3, color: 'RED' }],
    ['vs: ["a", true]', { vs: ['a', true] }],
    ['in: { count: 1, inner: [{ big: "2" }] }', { in: { count: 1, inner: [{ big: '2' }] } }],
  ])('are known where they are written as %s', (given, values) => {
    expect(argumentsIn(given)).toEqual(values)
  })

  it('are known where they are variables', () => {
    expect(argumentsIn('v: $v, n: $n', { v: 1.1, n: 2 })).toEqual({ v: 1.1, n: 2 })
  })

  it.each(['v: 1.10', 'v: RED', 'v: {}', 'v: [1]', 'vs: ["a", 1]', 'vs: 1', 'in: { inner: [{ big: 2 }] }'])(
    'are not known where only an agency can read them: %s',
    (given) => {
      expect(argumentsIn(given)).toBeUndefined()
    },
  )
})
