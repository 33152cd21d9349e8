import { describe, expect, it } from '@jest/globals'
import { buildSchema, GraphQLError, parse, print } from 'graphql'
import { createAliasSeparator } from '../../../../gateway/plan/createAliasSeparator.ts'

const separate = createAliasSeparator(
  buildSchema('type Query { person: Person } type Person { name: String born: Int }'),
)

describe('keeping aliases apart from fields', () => {
  it('leaves an operation as it is in which no alias has the name of a field', () => {
    const document = parse('{ human: person { name name: name title: name } }')
    const { document: apart, restore } = separate(document)
    expect(apart).toBe(document)
    const result = { data: { human: { name: 'Ani', title: 'Ani' } } }
    expect(restore(result)).toBe(result)
  })

  it('moves an alias out of the way that has the name of a field, also in fragments', () => {
    const { document } = separate(
      parse('{ person { born: name ...F } } fragment F on Person { name: born __typename: name }'),
    )
    expect(print(document)).toBe(
      print(
        parse(
          '{ person { aliasOf_born: name ...F } } fragment F on Person { aliasOf_name: born aliasOf___typename: name }',
        ),
      ),
    )
  })

  it('is done once for a document', () => {
    const document = parse('{ person { born: name } }')
    expect(separate(document)).toBe(separate(document))
  })

  it('gives data, errors and misfits back under the names of the client', () => {
    const { restore } = separate(parse('{ person { born: name aliasOf_born: name } }'))
    const path = ['person', 'aliasOf_born', 0]
    const restored = restore({
      data: { person: { aliasOf_born: 'Ani', aliasOf_aliasOf_born: [{ aliasOf_born: null }] } },
      errors: [new GraphQLError('lost', { path, extensions: { code: 'X' } }), new GraphQLError('nowhere')],
      extensions: { valueCompletion: [new GraphQLError('no fit', { path }), 'words'], other: 1 },
    })
    expect(JSON.parse(JSON.stringify(restored))).toEqual({
      data: { person: { born: 'Ani', aliasOf_born: [{ born: null }] } },
      errors: [{ message: 'lost', path: ['person', 'born', 0], extensions: { code: 'X' } }, { message: 'nowhere' }],
      extensions: { valueCompletion: [{ message: 'no fit', path: ['person', 'born', 0] }, 'words'], other: 1 },
    })
  })

  it('passes on that there is no data', () => {
    const { restore } = separate(parse('{ person { born: name } }'))
    expect(restore({ data: null, extensions: { other: 1 } })).toEqual({ data: null, extensions: { other: 1 } })
    expect(restore({ errors: [] })).toEqual({ errors: [] })
  })

  it('moves an alias out of the way of names that only the planner gives', () => {
    const { document } = separate(parse('{ person { name__alias_0: born } }'))
    expect(print(document)).toContain('aliasOf_name__alias_0: born')
  })

  it('chooses a name that no field has', () => {
    const apart = createAliasSeparator(buildSchema('type Query { a: Int aliasOf_a: Int }'))
    const { document } = apart(parse('{ a: aliasOf_a }'))
    expect(print(document)).toContain('aliasOf__a: aliasOf_a')
  })
})
