import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  buildSchema,
  executeSync,
  getOperationAST,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  parse,
} from 'graphql'
import type { GraphQLOutputType } from 'graphql'
import { createProjection } from '../../../gateway/execute/createProjection.ts'
import { shapeOfOperation } from '../../../gateway/execute/shape/shapeOfOperation.ts'
import { createConditionSettler } from '../../../gateway/plan/prepare/createConditionSettler.ts'
import { selectionTexts } from '../../support/selectionTexts.ts'

type Data = Record<string, unknown>

const schema = buildSchema(`
  type Query {
    a: A a1: A! list: [A] list1: [A!] list2: [A!]! grid: [[A!]!] being: Being
    int: Int int1: Int! ints1: [Int!] color: Color
  }
  interface Being { id: ID name1: String! near: Being }
  type A implements Being { id: ID name1: String! near: Being a: A a1: A! list1: [A!] x: Int }
  type B implements Being { id: ID name1: String! near: Being y: Int color1: Color! }
  enum Color { RED GREEN }
`)

describe('any answer', () => {
  const types = {
    Query: [
      { name: 'int1' },
      { name: 'ints1' },
      { name: 'color' },
      ...['a', 'a1', 'list', 'list1', 'list2', 'grid'].map((name) => ({ name, of: 'A' })),
      { name: 'being', of: 'Being' },
    ],
    Being: [{ name: 'id' }, { name: 'name1' }, { name: 'near', of: 'Being' }],
    A: [
      { name: 'id' },
      { name: 'name1' },
      { name: 'x' },
      { name: 'near', of: 'Being' },
      { name: 'a', of: 'A' },
      { name: 'a1', of: 'A' },
      { name: 'list1', of: 'A' },
    ],
    B: [{ name: 'name1' }, { name: 'y' }, { name: 'color1' }, { name: 'near', of: 'Being' }],
  }
  const fragments =
    'fragment OnBeing on Being { name1 } fragment OnA on A { x a1 { id } } fragment OnB on B { color1 } fragment OnQuery on Query { int }'

  const conditions = ['@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: $no)']
  const directives = ['', '', ...conditions, '@skip(if: false)', '@include(if: false)']

  /** A value of a type that fits, mostly. */
  function anyValue(given: GraphQLOutputType, choose: () => number): unknown {
    const type = getNullableType(given)
    const choice = choose()
    if (choice === 0) return null
    if (isListType(type)) {
      const { ofType } = type
      return choice === 1 ? 'no list' : Array.from({ length: choice % 4 }, () => anyValue(ofType, choose))
    }
    if (isLeafType(type)) {
      if (choice === 1) return { no: 'leaf' }
      return isEnumType(type) ? 'RED' : ({ Int: 7, String: 's', ID: '1' }[type.name] ?? null)
    }
    if (!isAbstractType(type)) return { __typename: type.name }
    return { __typename: choice === 1 ? 'Ghost' : choice % 2 === 0 ? 'A' : 'B' }
  }

  it('is what GraphQL itself makes of the same values', () => {
    fc.assert(
      fc.property(selectionTexts(types, 'Query', { directives }), fc.infiniteStream(fc.nat(9)), (text, choices) => {
        const document = parse(`query($yes: Boolean!, $no: Boolean = false) { ${text} } ${fragments}`)
        const variables = { yes: true }
        const raw: Data = { __typename: 'Query' }
        const { data, errors = [] } = executeSync({
          schema,
          document,
          rootValue: raw,
          variableValues: variables,
          typeResolver: (value) => (value as Data)['__typename'] as string,
          fieldResolver(source: Data, _given, _context, { path: { key }, returnType }) {
            source[key] ??= anyValue(returnType, () => Number(choices.next().value))
            return source[key]
          },
        })
        const definition = getOperationAST(document)
        if (!definition) throw new Error('There is one operation.')
        const settled = createConditionSettler()({ document, definition }, variables)
        const { root } = shapeOfOperation(schema, settled.document)
        const projected = createProjection(root, { schema, clientKeys: new Map([[settled.hidden ?? '', null]]) })(raw)
        expect(projected.data).toEqual(JSON.parse(JSON.stringify(data ?? null)))
        expect(projected.misfits.length > 0).toBe(errors.length > 0)
      }),
      { numRuns: 500 },
    )
  })
})
