import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse, validate } from 'graphql'
import { describeValidationError } from '../../../../gateway/disclose/describeValidationError.ts'

const schema = buildSchema(`
  type Query { person(nik: ID, age: Int, sex: Sex, name: Name): Int }
  enum Sex { FEMALE MALE }
  input Name { first: String! }
`)

/** What is told of the first that is wrong with an operation. */
function told(text: string): string {
  const [error] = validate(schema, parse(text))
  return error === undefined ? 'nothing' : describeValidationError(error)
}

const long = 'Maria '.repeat(10_000)

describe('what is told of an operation that does not fit', () => {
  it.each([
    ['{ person(age: "Maria") }', 'Int cannot represent non-integer value: <text>'],
    ['{ person(age: "text") }', 'Int cannot represent non-integer value: <text>'],
    ['{ person(age: 5318.5) }', 'Int cannot represent non-integer value: <number>'],
    ['{ person(age: [1, "Maria"]) }', 'Int cannot represent non-integer value: <list>'],
    ['{ person(age: { first: "Maria" }) }', 'Int cannot represent non-integer value: <object>'],
    ['{ person(sex: Susilowati) }', 'Value <name> does not exist in "Sex" enum.'],
    ['{ person(name: "Maria") }', 'Expected value of type "Name", found <text>.'],
    ['{ person(name: { last: "Maria" }) }', 'Field "Name.first" of required type "String!" was not provided.'],
    ['{ people(name: "Maria", age: 7) }', 'Cannot query field "people" on type "Query".'],
    [`{ person(age: "${long}") }`, 'Int cannot represent non-integer value: <text>'],
    [`{ person(age: ["${long}", 1]) }`, 'Int cannot represent non-integer value: <list>'],
    [`{ person(sex: "${long}") }`, 'Enum "Sex" cannot represent non-enum value: <text>.'],
    ['{ person(age: """Maria""") }', 'Int cannot represent non-integer value: <text>'],
  ])('of %.60s is a sentence without its values', (text, sentence) => {
    expect(told(text)).toBe(sentence)
  })

  it.each([
    [
      '{ person(sex: "FEMALE") }',
      'Enum "Sex" cannot represent non-enum value: <text>. Did you mean the enum value "FEMALE" or "MALE"?',
    ],
    ['{ person(sex: MAL) }', 'Value <name> does not exist in "Sex" enum. Did you mean the enum value "MALE"?'],
    [
      '{ person(name: { first: "frist", frist: "first" }) }',
      'Field "frist" is not defined by type "Name". Did you mean "first"?',
    ],
    ['{ persom(nik: "person") }', 'Cannot query field "persom" on type "Query". Did you mean "person"?'],
  ])('of %s suggests names of the schema, even one that was sent as a value', (text, sentence) => {
    expect(told(text)).toBe(sentence)
  })

  it.each([
    ['{ person(age: "Did you mean \\"Maria\\"?") }', 'Int cannot represent non-integer value: <text>'],
    ['{ person(age: """ Did you mean "Maria"?""") }', 'Int cannot represent non-integer value: <text>'],
    ['{ person(age: [" Did you mean ", "Maria"]) }', 'Int cannot represent non-integer value: <list>'],
  ])('of %s takes no value for a suggestion', (text, sentence) => {
    expect(told(text)).toBe(sentence)
  })

  it('is cut where names are long, and without a detail where they are longer than anybody reads', () => {
    expect(told(`{ ${'x'.repeat(400)} }`)).toMatch(/^Cannot query field "x{200,}\.\.\.$/)
    expect(told(`{ ${'x'.repeat(5_000)} }`)).toBe('The operation does not fit the schema.')
  })
})
