import fc from 'fast-check'

/** Variables that an operation may use. Some have the names that the engine gives to its own. */
const variables = {
  number: { type: 'Int', value: 12 },
  literal0: { type: 'String', value: 'zero' },
  literal_: { type: 'Filter', value: { size: null } },
  yes: { type: 'Boolean = true', value: undefined },
  language: { type: 'Language = EN', value: 'ID' },
  fraction: { type: 'Float', value: 2.5 },
  key: { type: 'ID', value: 'k' },
  money: { type: 'Money', value: '9.99' },
} as const

type Literals = Readonly<Record<string, fc.Arbitrary<string>>>

const word = fc.constantFrom('"a"', '"A b"', '"\\"q\\""', '"""\n  block\n  """', '""', '"\\u00e9"')
const small = fc.integer({ min: -3, max: 40 }).map(String)

function listOf(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const items = fc.array(item, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`)
  return fc.oneof({ weight: 3, arbitrary: items }, { weight: 1, arbitrary: item })
}

/** What may stand for a value of each type, literally or with variables inside. */
const literals: Literals = fc.letrec<Record<string, string>>((tie) => ({
  Int: fc.oneof(small, fc.constantFrom('null', '$number', '-2147483648')),
  Float: fc.oneof(small, fc.constantFrom('1.5', '-2e3', '90071992547409930', 'null', '$fraction')),
  ID: fc.oneof(small, word, fc.constantFrom('9007199254740993', '$key')),
  String: fc.oneof(word, fc.constantFrom('$literal0', 'null')),
  Word: word,
  Boolean: fc.constantFrom('true', 'false', '$yes', 'null'),
  Language: fc.constantFrom('EN', 'ID', '$language', 'null'),
  Money: fc.constantFrom(
    '1',
    '2.50',
    '"3"',
    '90071992547409931',
    '[1, "2"]',
    '{ a: "b", c: [1, "d"] }',
    '$money',
    'true',
  ),
  Filter: fc.oneof({ depthSize: 'small' }, fc.constantFrom('$literal_', '{}', 'null'), tie('FilterObject')),
  FilterObject: fc
    .record(
      {
        size: tie('Int'),
        colors: listOf(tie('String')),
        language: tie('Language'),
        money: tie('Money'),
        inner: tie('Filter'),
        all: listOf(tie('FilterObject')),
      },
      { requiredKeys: [] },
    )
    .chain((fields) => {
      const entries = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
      return fc.shuffledSubarray(entries, { minLength: entries.length }).map((some) => `{ ${some.join(', ')} }`)
    }),
}))

interface Choice {
  readonly name: string
  readonly given?: Readonly<Record<string, fc.Arbitrary<string>>>
  readonly of?: string
}

function literal(type: string): fc.Arbitrary<string> {
  const known = literals[type]
  if (known === undefined) throw new Error(`no literals of ${type}`)
  return known
}

const beingFields: readonly Choice[] = [
  { name: '__typename' },
  { name: 'id' },
  { name: 'name', given: { short: literal('Boolean'), in: listOf(literal('Language')) } },
]

const fields: Readonly<Record<string, readonly Choice[]>> = {
  Query: [
    { name: '__typename' },
    { name: 'born' },
    { name: 'person', given: { id: literal('ID'), filter: literal('Filter') }, of: 'Person' },
    { name: 'people', given: { first: literal('Int'), tags: listOf(literal('Word')) }, of: 'Person' },
  ],
  Being: beingFields,
  Person: [
    ...beingFields,
    { name: 'born', given: { scale: literal('Float'), grid: listOf(listOf(literal('Int'))), id: literal('ID') } },
    { name: 'cost', given: { over: literal('Money'), filters: listOf(literal('Filter')) } },
    { name: 'friend', given: { filter: literal('Filter') }, of: 'Being' },
    { name: 'friends', given: { filter: literal('FilterObject') }, of: 'Person' },
  ],
}

const aliases = [
  '',
  '',
  '',
  'one',
  'two',
  'born',
  'id',
  '__typename',
  '__proto__',
  'constructor',
  'own_id',
  'x__alias_0',
]
const directives = ['', '', '', ' @skip(if: $yes)', ' @include(if: true)', ' @include(if: $yes)']

function fieldText({ name, given = {}, of }: Choice, depth: number): fc.Arbitrary<string> {
  const words = fc
    .record(given, { requiredKeys: [] })
    .map((all) => Object.entries(all).map(([argument, value]) => `${argument}: ${value}`))
    .map((all) => (all.length === 0 ? '' : `(${all.join(', ')})`))
  const inner = of === undefined ? fc.constant('') : selectionText(of, depth - 1).map((text) => ` { ${text} }`)
  return fc
    .tuple(fc.constantFrom(...aliases), words, fc.constantFrom(...directives), inner)
    .map(([alias, texts, directive, below]) => `${alias === '' ? '' : `${alias}: `}${name}${texts}${directive}${below}`)
}

function selectionText(type: string, depth: number): fc.Arbitrary<string> {
  const choices = (fields[type] ?? []).filter(({ of }) => of === undefined || depth > 0)
  const field = fc.constantFrom(...choices).chain((choice) => fieldText(choice, depth))
  const others = [
    ...(type === 'Query' ? [] : [fc.constantFrom('...Shared', '...OnPerson')]),
    ...(type === 'Being' && depth > 0
      ? [selectionText('Person', depth - 1).map((text) => `... on Person { ${text} }`)]
      : []),
  ]
  const part = others.length === 0 ? field : fc.oneof({ weight: 4, arbitrary: field }, ...others)
  return fc.tuple(field, fc.array(part, { maxLength: 3 })).map(([first, rest]) => [first, ...rest].join(' '))
}

/** An operation of that schema, with variables for what it uses. */
export interface LiteralOperation {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Random operations with arguments, aliases and fragments; not all of them are valid. */
export const literalOperations: fc.Arbitrary<LiteralOperation> = fc
  .tuple(selectionText('Query', 2), selectionText('Being', 0), selectionText('Person', 0))
  .map(([root, being, person]) => {
    const withoutSpreads = (text: string): string => text.replaceAll(/\.\.\.(?:Shared|OnPerson)/g, '')
    const fragments = [
      ...(root.includes('...Shared') ? [`fragment Shared on Being { id ${withoutSpreads(being)} }`] : []),
      ...(root.includes('...OnPerson') ? [`fragment OnPerson on Person { id ${withoutSpreads(person)} }`] : []),
    ]
    const text = [`{ ${root} }`, ...fragments].join(' ')
    const used = Object.entries(variables).filter(([name]) => new RegExp(`\\$${name}\\b`).test(text))
    const heads = used.map(([name, { type }]) => `$${name}: ${type}`)
    return {
      query: `query${heads.length === 0 ? '' : `(${heads.join(', ')})`} ${text}`,
      variables: Object.fromEntries(
        used.flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const])),
      ),
    }
  })
