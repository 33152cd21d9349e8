import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, executeSync, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { NullData } from '../../../../../gateway/execute/ask/nullObject.ts'
import { nullPart } from '../../../../../gateway/execute/ask/nullPart.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { readRepresentations } from '../../../../../gateway/plan/apollo/readRepresentations.ts'
import { selectionTexts } from '../../../../support/selectionTexts.ts'
import type { SelectableTypes } from '../../../../support/selectionTexts.ts'

const types: SelectableTypes = {
  Thing: [{ name: 'id' }, { name: 'near', of: 'Thing' }],
  Book: [{ name: 'id' }, { name: 'near', of: 'Thing' }, { name: 'title' }, { name: 'pages', of: 'Page' }],
  Shelf: [{ name: 'id' }, { name: 'near', of: 'Thing' }, { name: 'books', of: 'Book' }],
  Page: [{ name: 'number' }, { name: 'book', of: 'Book' }],
}

const sdl = `
  interface Thing { id: ID near: Thing }
  type Book implements Thing { id: ID near: Thing title(in: String): String pages: [Page] }
  type Shelf implements Thing { id: ID near: Thing books: [Book] }
  type Page { number: Int book: Book }
  type Query { id: ID near: Thing title: String pages: [Page] }
`
const supergraph = buildSchema(sdl)

const fragments =
  'fragment OnThing on Thing { id } fragment OnBook on Book { title in_title: title near { id } } fragment OnShelf on Shelf { books { title } } fragment OnPage on Page { number }'

/** What GraphQL itself answers when every field is null. */
function nothing(schema: GraphQLSchema, query: string, rootValue: unknown = {}): unknown {
  const { data, errors } = executeSync({ schema, document: parse(query), rootValue })
  if (errors !== undefined) throw new AggregateError(errors)
  return JSON.parse(JSON.stringify(data))
}

/** The part that a query asks for, when nobody answers. */
function silent(query: string, part: Record<string, unknown> = {}): NullData {
  return nullPart(shapeOfFetch(supergraph, query), part)
}

describe('the data of a silent agency', () => {
  test('has for any root fields exactly the keys that GraphQL would answer', () => {
    const root = {
      ...types,
      Query: [{ name: 'id' }, { name: 'near', of: 'Thing' }, { name: 'title' }, { name: 'pages', of: 'Page' }],
    }
    fc.assert(
      fc.property(selectionTexts(root, 'Query'), (text) => {
        const query = `{ ${text} } ${fragments} fragment OnQuery on Query { pages { number } }`
        const { data, gaps } = silent(query)
        expect({ ...data }).toEqual(nothing(supergraph, query))
        expect(gaps).toEqual(
          Object.entries(data)
            .filter(([, value]) => value === null)
            .map(([key]) => [key]),
        )
      }),
    )
  })

  test('has for any entity exactly the keys that GraphQL would answer', () => {
    const schema = buildSchema(`${sdl} extend type Query { _entities(representations: [String]): [Thing] }`)
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Book', 'Shelf'), { minLength: 1, maxLength: 4 }),
        selectionTexts(types, 'Thing'),
        (names, text) => {
          const representations = names.map((__typename) => ({ __typename }))
          const head = 'query($representations: [String])'
          const query = `${head} { _entities(representations: $representations) { ${text} } } ${fragments}`
          const parts = representations.map((representation) => silent(query, representation))
          const data = { _entities: parts.map((part) => part.data) }
          expect(JSON.parse(JSON.stringify(data))).toEqual(nothing(schema, query, { _entities: representations }))
          for (const part of parts)
            expect(part.gaps).toEqual(
              Object.entries(part.data)
                .filter(([, value]) => value === null)
                .map(([key]) => [key]),
            )
        },
      ),
    )
  })

  const representation = { __typename: 'Book', id: '7', title: 'T', near: { id: '8' }, other: '' }
  function bookWith(selection: string): unknown {
    const query = `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Book { ${selection} } } }`
    return silent(query, representation)
  }

  test('repeats what the representation says, and is no gap there', () => {
    expect(bookWith('__typename kind: __typename id')).toEqual({
      data: { __typename: 'Book', kind: 'Book', id: '7' },
      gaps: [],
    })
  })

  test('says what the representation says, under its aliases, but neither objects nor fields with arguments', () => {
    expect(bookWith('near { id } mine: id title(in: "id")')).toEqual({
      data: { near: null, mine: '7', title: null },
      gaps: [['near'], ['title']],
    })
  })

  test('takes any alias for a key, even that of a prototype', () => {
    const { data } = silent('{ __proto__: title constructor: id }')
    expect(Object.keys(data)).toEqual(['__proto__', 'constructor'])
  })

  test('stands for an interface that an agency takes for an object', () => {
    const query =
      'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Thing { __typename near { id } } } }'
    expect(silent(query, { __typename: 'Thing', id: '1' })).toEqual({
      data: { __typename: 'Thing', near: null },
      gaps: [['near']],
    })
  })
})

describe('representations', () => {
  test.each([undefined, null, {}, ['Book'], [{}], [{ __typename: 1 }]])('are not %j', (representations) => {
    expect(() => readRepresentations({ representations })).toThrow('A fetch of entities names them with their types.')
  })
})

describe('the text of a fetch', () => {
  test('has an operation', () => {
    expect(() => shapeOfFetch(supergraph, 'fragment A on Book { id }')).toThrow('There has to be one operation.')
    expect(() => shapeOfFetch(supergraph, '{')).toThrow('Syntax Error')
  })

  test('may change something', () => {
    const schema = buildSchema('type Query { a: Int } type Mutation { b: Int }')
    expect(shapeOfFetch(schema, 'mutation { b }')).toMatchObject({ kind: 'mutation', root: { typeName: 'Mutation' } })
    expect(shapeOfFetch(buildSchema('type Query { a: Int }'), 'mutation { b }').root.typeName).toBe('')
  })
})
