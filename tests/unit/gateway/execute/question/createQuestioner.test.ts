import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse } from 'graphql'
import type { CacheQuestion } from '../../../../../gateway/cache/CacheQuestion.ts'
import { createIdentifier } from '../../../../../gateway/execute/question/createIdentifier.ts'
import { createQuestioner } from '../../../../../gateway/execute/question/createQuestioner.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { readRepresentations } from '../../../../../gateway/plan/apollo/readRepresentations.ts'
import { readEntityKeys } from '../../../../../gateway/supergraph/readEntityKeys.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'
import { keyedSubgraphs } from '../../../../support/keyedSubgraphs.ts'
import { lookupDirectives } from '../../../../support/lookupDirectives.ts'

const { schema, entityKeys } = entityKeysOf(keyedSubgraphs)
const path = join(import.meta.dirname, '../../../../../schema/supergraph.graphql')

/** An office that is looked up, and whose clients stand in its answers. */
const served = entityKeysOf({
  offices: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
      @link(url: "https://record.test/record/v1.0", import: ["@record"]) @composeDirective(name: "@record")
    directive @record(area: String, office: String, of: String) repeatable on OBJECT
    ${lookupDirectives}
    type Query { office(code: ID! @is(field: "code")): Office @lookup person(nik: ID! @is(field: "nik")): Person @lookup }
    type Office @key(fields: "code") { code: ID! name: String clients: [Person] pages: [Page] }
    type Page { of: [Person] }
    type Person @key(fields: "nik") @record { nik: ID! friend: Person }`,
})

function ask(
  text: string,
  variables: Record<string, unknown> = {},
  agency = 'shelf',
): readonly CacheQuestion[] | undefined {
  const shape = shapeOfFetch(schema, text)
  const { representations: _given, ...others } = variables
  const parts = shape.isOfEntities ? readRepresentations(variables) : [{}]
  const questionsOf = createQuestioner({
    agency,
    supergraph: schema,
    entityKeys,
    identify: createIdentifier(entityKeys),
  })
  return questionsOf({ shape, variables: others, parts })?.map(({ question }) => question)
}

const entities = (selection: string): string =>
  `query($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`

describe('a question for an entity', () => {
  it('names it by its key, and has the rest of its representation as inputs', () => {
    const [fee] =
      ask(
        entities('... on Book { fee }'),
        { representations: [{ weight: null, id: '1', __typename: 'Book' }] },
        'loan-desk',
      ) ?? []
    expect(fee).toEqual({
      topic: { agency: 'loan-desk', type: 'Book', selection: '{fee}', shows: [] },
      identity: { type: 'Book', key: { id: '1' } },
      inputs: { weight: null },
    })
  })

  it('is one for each representation, whatever their types', () => {
    const representations = [
      { __typename: 'Book', id: '1' },
      { __typename: 'Copy', library: { code: 'L' }, place: 3 },
      { __typename: 'Book', id: '1' },
    ]
    const questions = ask(entities('... on Book { weight } ... on Copy { state }'), { representations })
    expect(questions?.map(({ topic: { type, selection } }) => type + selection)).toEqual([
      'Book{weight}',
      'Copy{state}',
      'Book{weight}',
    ])
    expect(questions?.[1]?.identity).toEqual({ type: 'Copy', key: { library: { code: 'L' }, place: '3' } })
    expect(questions?.[2]).toEqual(questions?.[0])
  })

  it('depends on all of its type where it has several keys', () => {
    const [author] =
      ask(entities('... on Author { born }'), { representations: [{ __typename: 'Author', name: 'Pram' }] }) ?? []
    expect(author).toMatchObject({ topic: { shows: ['Author'] }, identity: undefined, inputs: { name: 'Pram' } })
  })

  it('depends on what else it shows', () => {
    const [book] =
      ask(entities('... on Book { author { born } next { weight } copies { place library { code } } }'), {
        representations: [{ __typename: 'Book', id: '1' }],
      }) ?? []
    expect(book?.topic.shows).toEqual(['Author', 'Book'])
  })

  it('has its arguments from the variables', () => {
    const text =
      'query($representations: [_Any!]!, $l: Language) { _entities(representations: $representations) { ... on Book { title(in: $l) } } }'
    const selections = ['EN', 'ID'].map(
      (l) => ask(text, { l, representations: [{ __typename: 'Book', id: '1' }] })?.[0]?.topic.selection,
    )
    expect(selections).toEqual(['{title({"in":"EN"})}', '{title({"in":"ID"})}'])
  })
})

describe('a question for root fields', () => {
  it('is about the entity that they look up', () => {
    const [book] = ask('query($i: ID!) { book(id: $i) { weight author { born } } }', { i: '1' }) ?? []
    expect(book).toMatchObject({
      topic: { type: 'Query', shows: ['Author'] },
      identity: { type: 'Book', key: { id: '1' } },
      inputs: null,
    })
  })

  it('has the arguments of a lookup in the identity alone, and all others in what is selected', () => {
    const questionsOf = createQuestioner({
      agency: 'shelf',
      supergraph: schema,
      entityKeys,
      identify: createIdentifier(entityKeys),
    })
    const open = (text: string) => {
      const shape = shapeOfFetch(schema, text)
      return (variables: Record<string, unknown>) => questionsOf({ shape, variables, parts: [{}] })?.[0]?.question
    }
    const plain = open('query($i: ID!) { book(id: $i) { weight } }')
    expect(plain({ i: '1' })?.topic).toBe(plain({ i: '2' })?.topic)
    expect(plain({ i: '1' })?.identity).not.toEqual(plain({ i: '2' })?.identity)
    const translated = open('query($i: ID!, $l: Language) { book(id: $i) { title(in: $l) } }')
    const selections = ['EN', 'ID'].map((l) => translated({ i: '1', l })?.topic.selection)
    expect(selections).toEqual(['{book{title({"in":"EN"})}}', '{book{title({"in":"ID"})}}'])
    // What is asked for with the same variables again is not laid out anew.
    expect(translated({ l: 'EN', i: '1' })?.topic).toBe(translated({ i: '1', l: 'EN' })?.topic)
    // Without an identity the arguments are all that tells what is asked for.
    expect(
      open('query($i: ID!) { book(id: $i) { weight } other: book(id: "2") { weight } }')({ i: '1' }),
    ).toMatchObject({
      topic: { selection: '{book({"id":"1"}){weight},book({"id":"2"}){weight}}' },
      identity: undefined,
    })
  })

  it('depends on every entity that is behind them, and on all that they show', () => {
    expect(ask('{ books { id } }')?.[0]).toMatchObject({ topic: { shows: ['Book'] }, identity: undefined })
    const every = ['Author', 'Book', 'Copy', 'Lamp', 'Thing']
    expect(ask('{ count }')?.[0]).toMatchObject({ topic: { shows: every }, identity: undefined })
    expect(ask('{ shelves { items { place } } }')?.[0]).toMatchObject({ topic: { shows: ['Copy'] } })
    expect(ask('{ thing { weight } }')?.[0]).toMatchObject({ topic: { shows: ['Book', 'Lamp', 'Thing'] } })
  })
})

describe('no question', () => {
  it.each([
    ['a mutation', 'mutation { rename }'],
    ['what carries a directive that only its agency understands', '{ books @slowly { id } }'],
    ['what has a default that nobody can read', 'query($x: Unknown = 3) { books(first: $x) { id } }'],
    ['a field that is not in the supergraph', '{ nowhere }'],
  ])('is asked for %s', (_what, text) => {
    expect(ask(text)).toBeUndefined()
  })

  it.each([
    ['{ placements(first: 1) { edges { node { id } } } }', undefined],
    ['{ applicant(nik: "1") { nik } applicants(first: 1) { edges { cursor } } }', undefined],
    ['{ a: applicant(nik: "1") { nik } b: applicant(nik: "2") { nik } }', 'nothing'],
    ['{ applicant(nik: "1") { nik } }', { type: 'Applicant', key: { nik: '1' } }],
    ['{ regions { code } }', 'nothing'],
  ])('is asked for people’s records that are not looked up alone: %s', (text, identity) => {
    const supergraph = buildASTSchema(parse(readFileSync(path, 'utf8')), { assumeValidSDL: true })
    const keys = readEntityKeys(supergraph)
    const identify = createIdentifier(keys)
    const questionsOf = createQuestioner({ agency: 'identity', supergraph, entityKeys: keys, identify })
    const asked = questionsOf({ shape: shapeOfFetch(supergraph, text), variables: {}, parts: [{}] })
    expect(asked?.map(({ question }) => question.identity ?? 'nothing')).toEqual(identity && [identity])
  })

  it.each([
    ['office(code: "a") { name }', true],
    ['office(code: "a") { clients { nik } }', false],
    ['office(code: "a") { clients { nik } } person(nik: "1") { nik }', false],
    ['_entities(representations: $representations) { ... on Office { name } }', true],
    ['_entities(representations: $representations) { ... on Office { pages { of { nik } } } }', false],
    ['person(nik: "1") { nik friend { nik } }', true],
  ])('is asked for people’s records that a thing leads to which is none: %s', (selection, isKept) => {
    const office = { __typename: 'Office', code: 'a' }
    const text = `query($representations: [_Any!]!) { ${selection} }`
    const shape = shapeOfFetch(served.schema, text)
    const identify = createIdentifier(served.entityKeys)
    const questionsOf = createQuestioner({
      agency: 'offices',
      supergraph: served.schema,
      entityKeys: served.entityKeys,
      identify,
    })
    const parts = shape.isOfEntities ? readRepresentations({ representations: [office] }) : [{}]
    expect(questionsOf({ shape, variables: {}, parts }) !== undefined).toBe(isKept)
  })

  it('is asked for entities of which one has no form', () => {
    const representations = [{ __typename: 'Book', id: '1' }]
    expect(ask(entities('... on Book { secrets { a } }'), { representations })).toBeUndefined()
  })
})
