import { describe, expect, it } from '@jest/globals'
import { buildSchema, getOperationAST, parse, print, validate } from 'graphql'
import { createResponseKeys } from '../../../../../gateway/plan/prepare/createResponseKeys.ts'
import { prepareOperation } from '../../../../../gateway/plan/prepare/prepareOperation.ts'
import type { PreparedOperation } from '../../../../../gateway/plan/prepare/prepareOperation.ts'

const schema = buildSchema(`
  type Query { person(id: ID, filter: Filter, at: Place, grid: [[Int]]): Person people(first: Int = 10, tags: [String]): [Person] }
  type Mutation { rename(id: ID!, name: String!): Person }
  type Person { id: ID name(short: Boolean, in: Language): String born: Int cost(over: Money): Float }
  input Filter { size: Int colors: [String!] inner: Filter }
  enum Language { EN ID }
  scalar Money
  scalar Place
`)
const keys = createResponseKeys(schema)

function prepare(text: string, name?: string, hidden?: string): PreparedOperation {
  const document = parse(text)
  const definition = getOperationAST(document, name)
  if (!definition || validate(schema, document).length > 0) throw new Error(`no valid operation: ${text}`)
  return prepareOperation({ document, definition, hidden }, { schema, keys })
}

/** The text with the spelling of the printer. */
function spelt(text: string): string {
  return print(parse(text))
}

describe('the text of a prepared operation', () => {
  const text = 'query($id: ID) { person(id: $id) { born ...F } } fragment F on Person { id }'

  it.each([
    ['white space', 'query ( $id : ID )\n{ person ( id : $id ) { born\t...F } }\n\nfragment F on Person{id}'],
    ['commas', 'query($id: ID,) { person(id: $id,) { born, ...F, } } fragment F on Person { id }'],
    ['comments', `# one\n${text} # another`],
    [
      'descriptions',
      text
        .replace('query(', '"What it is for." query Described("Whose." ')
        .replace('fragment', '"""Who\nit is.""" fragment'),
    ],
    ['the name of the operation', text.replace('query(', 'query Another(')],
  ])('does not depend on %s', (_what, other) => {
    expect(prepare(other).text).toBe(prepare(text).text)
  })

  it('does not depend on the other operations of its document, nor on their fragments', () => {
    const others = 'query Other { people { ...G } } fragment G on Person { ...H } fragment H on Person { born }'
    expect(prepare(`${others} ${text.replace('query(', 'query This(')}`, 'This').text).toBe(prepare(text).text)
  })

  it('has the fragments that the operation uses through others', () => {
    const { text: prepared } = prepare(
      '{ person { ...F ...F } } fragment H on Person { id } fragment G on Person { ...H } fragment F on Person { ...G }',
    )
    expect(prepared).toBe(
      spelt(
        '{ person { ...F ...F } } fragment H on Person { id } fragment G on Person { ...H } fragment F on Person { ...G }',
      ),
    )
  })

  it.each([
    ['a number', '{ people(first: 1) { id } }', '{ people(first: 22) { id } }'],
    ['a string', '{ person(id: "a") { id } }', '{ person(id: """\nb\n""") { id } }'],
    ['an enum', '{ person { name(in: EN) } }', '{ person { name(in: ID) } }'],
    ['a boolean', '{ person { name(short: true) } }', '{ person { name(short: false) } }'],
    ['null', '{ people(first: 1) { id } }', '{ people(first: null) { id } }'],
    ['a list', '{ people(tags: ["a", "b"]) { id } }', '{ people(tags: "c") { id } }'],
    ['an object', '{ person(filter: { size: 1 }) { id } }', '{ person(filter: { inner: { colors: [] } }) { id } }'],
  ])('does not depend on the value of %s', (_what, one, other) => {
    expect(prepare(one).text).toBe(prepare(other).text)
    expect(prepare(one).literals).not.toEqual(prepare(other).literals)
  })

  it('is not that of an operation in which a client asks for what stands here for nobody to see', () => {
    const same = '{ person { nothing: __typename } }'
    const hidden = prepare(same, undefined, 'nothing')
    expect(hidden.text).not.toBe(prepare(same).text)
    expect([...hidden.clientKeys]).toEqual([['own_0', null]])
  })

  it('is that of its document', () => {
    const { document, text: prepared } = prepare(
      '{ person(id: 7) { born: id ...F } } fragment F on Person { born: id }',
    )
    expect(print(document)).toBe(prepared)
    expect(validate(schema, document)).toEqual([])
  })
})

describe('the literals of a prepared operation', () => {
  it('are variables of its own, also within values that have variables of the client', () => {
    const { text, literals } = prepare(
      'query($id: ID = "x", $size: Int) { person(id: $id, filter: { size: $size, inner: { size: 2 }, colors: ["a"] }) { id } }',
    )
    expect(text).toBe(
      spelt(
        `query($id: ID = "x", $size: Int, $literal0: Filter, $literal1: [String!]) {
          person(id: $id, filter: { size: $size, inner: $literal0, colors: $literal1 }) { id }
        }`,
      ),
    )
    expect(literals).toEqual({ literal0: { size: 2 }, literal1: ['a'] })
  })

  it('are taken out of lists that have variables of the client', () => {
    const { text, literals } = prepare('query($tag: String) { people(tags: ["a", $tag, null]) { id } }')
    expect(text).toBe(
      spelt(
        'query($tag: String, $literal0: String, $literal1: String) { people(tags: [$literal0, $tag, $literal1]) { id } }',
      ),
    )
    expect(literals).toEqual({ literal0: 'a', literal1: null })
  })

  it.each<[string, unknown]>([
    ['[]', []],
    ['[1, 2]', [1, 2]],
    ['[[1, 2], [3]]', [[1, 2], [3]]],
    ['1', 1],
  ])('are taken as the whole list, so that its length makes no difference: %s', (value, taken) => {
    expect(prepare(`{ person(grid: ${value}) { id } }`)).toMatchObject({
      text: spelt('query($literal0: [[Int]]) { person(grid: $literal0) { id } }'),
      literals: { literal0: taken },
    })
  })

  it('are taken out of fragments', () => {
    const { text, literals } = prepare('{ person { ...F } } fragment F on Person { name(short: true) }')
    expect(text).toBe(
      spelt('query($literal0: Boolean) { person { ...F } } fragment F on Person { own_name: name(short: $literal0) }'),
    )
    expect(literals).toEqual({ literal0: true })
  })

  it('stay in directives and in defaults of variables', () => {
    const text = 'query($first: Int = 3) { people(first: $first) @skip(if: false) { id @include(if: true) } }'
    expect(prepare(text)).toMatchObject({ text: spelt(text), literals: {} })
  })

  it('stay where a number is of a scalar that only its agency knows, and where it is larger than JSON can tell', () => {
    expect(prepare('{ person(id: 9007199254740993) { cost(over: 12.50) } }')).toMatchObject({
      text: spelt('{ person(id: 9007199254740993) { own_cost: cost(over: 12.50) } }'),
      literals: {},
    })
  })

  it.each(['["a", "b"]', '{ x: "a", y: ["b", null] }', '[["a"], { z: [true] }]'])(
    'stay inside a value of such a scalar, where a variable means nothing: %s',
    (value) => {
      const text = `{ person(at: ${value}) { id } }`
      expect(prepare(text)).toMatchObject({ text: spelt(text), literals: {} })
    },
  )

  it('leave fields mergeable that GraphQL merges', () => {
    const { document, text } = prepare(
      `{
        person(id: 1, filter: { size: 1, colors: [] }) { id }
        person(filter: { colors: [], size: 1 }, id: 1) { born }
      }`,
    )
    expect(validate(schema, document).map(({ message }) => message)).toEqual([])
    expect(text).toContain('$literal1')
    expect(text).not.toContain('$literal2')
  })

  it('have names that no variable of the client has', () => {
    const { text, literals } = prepare('query($literal0: ID) { person(id: $literal0) { name(short: true) } }')
    expect(text).toBe(
      spelt(
        'query($literal0: ID, $literal_0: Boolean) { person(id: $literal0) { own_name: name(short: $literal_0) } }',
      ),
    )
    expect(literals).toEqual({ literal_0: true })
  })

  it('are told by values that JSON has', () => {
    const { literals } = prepare('{ person(id: "é", filter: { size: 1, inner: null, colors: ["\\u0000"] }) { id } }')
    expect(JSON.parse(JSON.stringify(literals))).toEqual(literals)
  })
})

describe('the variables of a prepared operation', () => {
  const meant = ['representations', 'contextualArgument_1_0', '__proto__']

  it.each(meant)('are not the client’s where these mean something to others: %s', (name) => {
    const { text, variables } = prepare(
      `query($${name}: ID = 1) { person(id: $${name}) { ...F } } fragment F on Person { born: id }`,
    )
    expect(text).toBe(
      spelt(`query($own_${name}: ID = 1) { person(id: $own_${name}) { ...F } } fragment F on Person { own_born: id }`),
    )
    expect([...variables]).toEqual([[`own_${name}`, name]])
  })

  it('have names that no other has', () => {
    const { text } = prepare(
      'query($representations: ID, $own_a: ID) { a: person(id: $representations) { id } b: person(id: $own_a) { id } }',
    )
    expect(text).toContain('a: person(id: $own__representations)')
  })

  it('are the client’s for everything else', () => {
    const text = 'query($constructor: ID) { person(id: $constructor) { born } }'
    expect(prepare(text)).toMatchObject({ text: spelt(text), variables: new Map() })
  })
})

describe('the response keys of a prepared operation', () => {
  it.each([
    ['the name of a field', '{ person { born: id } }', '{ person { own_born: id } }', [['own_born', 'born']]],
    [
      '`__typename`',
      '{ __typename: people { __typename: name } }',
      '{ own_0x_own___typename: people { own___typename: name } }',
      [
        ['own___typename', '__typename'],
        ['own_0x_own___typename', '__typename'],
      ],
    ],
    [
      '`__proto__`',
      '{ person { __proto__: id } }',
      '{ person { own___proto__: id } }',
      [['own___proto__', '__proto__']],
    ],
    [
      'what the planner gives',
      '{ x__alias_0: person { x__alias_1: id } }',
      '{ own_x__alias_0: person { own_x__alias_1: id } }',
      [
        ['own_x__alias_0', 'x__alias_0'],
        ['own_x__alias_1', 'x__alias_1'],
      ],
    ],
  ])('are not the client’s where that is %s', (_what, given, prepared, clientKeys) => {
    expect(prepare(given).text).toBe(spelt(prepared))
    expect(Object.fromEntries(prepare(given).clientKeys)).toEqual(Object.fromEntries(clientKeys))
  })

  it('are not the client’s for a field with arguments, unless it is one of a root', () => {
    const { text, clientKeys } = prepare('mutation($a: ID!) { rename(id: $a, name: "x") { name(short: true) } }')
    expect(text).toBe(
      spelt(
        `mutation($a: ID!, $literal0: String!, $literal1: Boolean) {
          rename(id: $a, name: $literal0) { own_name: name(short: $literal1) }
        }`,
      ),
    )
    expect([...clientKeys]).toEqual([['own_name', 'name']])
  })

  it('stand for one field with its arguments, wherever they are', () => {
    const { text, clientKeys } = prepare(
      `query($size: Int) {
        one: person(filter: { size: $size, colors: [] }, id: 1) { x: id }
        two: person { x: born }
        one: person(id: 1, filter: { colors: [], size: $size }) { x: id }
        three: person { x: name(short: true) }
        four: person { x: name(short: false) }
      }`,
    )
    expect(text.match(/\w+: (id|born|name)\b/g)).toEqual([
      'x: id',
      'own_0x_x: born',
      'x: id',
      'own_1x_x: name',
      'own_2x_x: name',
    ])
    expect([...clientKeys]).toEqual(['own_0x_x', 'own_1x_x', 'own_2x_x'].map((key) => [key, 'x']))
  })

  it('are the client’s for everything else', () => {
    const text = 'query($id: ID) { one: person(id: $id) { age: born id __typename } people { born } }'
    expect(prepare(text)).toMatchObject({ text: spelt(text), clientKeys: new Map() })
  })
})

describe('introspection', () => {
  it('is left as it is', () => {
    const text =
      '{ __schema { name: queryType { fields(includeDeprecated: true) { born: name } } } __type(name: "Person") { __typename } }'
    expect(prepare(text)).toMatchObject({ text: spelt(text), clientKeys: new Map(), literals: {} })
  })

  it('is left as it is also in fragments', () => {
    const text = `{ name: people { id } __schema { types { ...T } } }
      fragment T on __Type { name: kind born: name fields(includeDeprecated: true) { name } }`
    expect(prepare(text)).toMatchObject({ text: spelt(text), clientKeys: new Map(), literals: {} })
  })

  it('does not share a response key with anything else', () => {
    const { document } = prepare('{ own_own_one: __type(name: "Person") { name } own_one: person { id } }')
    expect(validate(schema, document).map(({ message }) => message)).toEqual([])
  })
})
