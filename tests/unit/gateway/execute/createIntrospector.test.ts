import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import { createIntrospector } from '../../../../gateway/execute/createIntrospector.ts'

const schema = buildSchema(`
  type Query { a: Int name: String self: Query person: Person }
  type Mutation { change: Int }
  type Person { name: String query: Query }
`)

function introspect(text: string, variables = {}): unknown {
  return createIntrospector(schema, parse(text))?.(variables)
}

describe('what a schema says of itself', () => {
  it.each([
    ['{ a person { name } }'],
    ['{ __typename person { __typename } }'],
    ['mutation { change __typename }'],
    ['{ __schema: a __type: name }'],
  ])('is not asked for by %s', (text) => {
    expect(createIntrospector(schema, parse(text))).toBeUndefined()
  })

  it('is told under the keys it was asked for, without anything else of the operation', () => {
    expect(
      introspect(
        '{ a __schema { queryType { name } } one: __type(name: "Person") { kind } person { name } __typename }',
      ),
    ).toEqual({ __schema: { queryType: { name: 'Query' } }, one: { kind: 'OBJECT' } })
  })

  it('is found in fragments, in fragments of fragments and beside fields that are left out', () => {
    expect(
      introspect(
        '{ ...F ... { a } } fragment F on Query { a ...G person { ...H } } fragment G on Query { __schema { mutationType { name } } } fragment H on Person { name }',
      ),
    ).toEqual({ __schema: { mutationType: { name: 'Mutation' } } })
  })

  it('depends on variables', () => {
    const query = 'query($name: String! = "Person") { __type(name: $name) { name } }'
    expect(introspect(query)).toEqual({ __type: { name: 'Person' } })
    expect(introspect(query, { name: 'Query' })).toEqual({ __type: { name: 'Query' } })
    expect(introspect(query, { name: 'Nobody' })).toEqual({ __type: null })
  })
})
