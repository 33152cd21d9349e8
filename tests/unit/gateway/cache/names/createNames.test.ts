import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { CacheQuestion, CacheTopic } from '../../../../../gateway/cache/CacheQuestion.ts'
import type { EntryNames } from '../../../../../gateway/cache/names/EntryNames.ts'
import { createKeyring } from '../../../../../gateway/cache/names/createKeyring.ts'
import { createNames } from '../../../../../gateway/cache/names/createNames.ts'
import type { Names } from '../../../../../gateway/cache/names/createNames.ts'
import type { Asker } from '../../../../../gateway/context.ts'
import { canonicalText } from '../../../../../platform/canonicalText.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'
import { keyedSubgraphs } from '../../../../support/keyedSubgraphs.ts'

const { entityKeys } = entityKeysOf(keyedSubgraphs)
const [keys, otherKeys = keys] = createKeyring('a secret of at least 32 characters', [
  'another secret of 32 characters',
])
const names = createNames({ keys, entityKeys, supergraph: 'one' })

const asker: Asker = { subject: 'nobody', purpose: 'none', scopes: ['b', 'a'] }
const about: CacheTopic = { agency: 'shelf', type: 'Book', selection: '{title}', shows: [] }
const book: CacheQuestion = {
  topic: about,
  identity: { type: 'Book', key: { id: '5318075205999001' } },
  inputs: { weight: 3 },
}

function nameBy(some: Names, question: CacheQuestion, by = asker): EntryNames {
  const [named] = some.nameAll([question], by)
  if (named === undefined) throw new Error('Each question has names.')
  return named
}

/** The names of a question that differs from the one about the book. */
function nameOf(question: Partial<CacheQuestion> = {}, topic: Partial<CacheTopic> = {}, by: Partial<Asker> = {}) {
  return nameBy(names, { ...book, topic: { ...about, ...topic }, ...question }, { ...asker, ...by })
}

function countersOf({ own, shared }: EntryNames): readonly string[] {
  return own === undefined ? shared : [own, ...shared]
}

/** Everything that makes one question another. */
const few = fc.constantFrom('', 'a', 'b', 'ab', '1:a')
const questions = fc.record({
  question: fc.record<CacheQuestion>({
    topic: fc.record<CacheTopic>({ agency: few, type: few, selection: few, shows: fc.constant([]) }),
    identity: fc.option(fc.record({ type: few, key: fc.dictionary(few, few) }), { nil: undefined }),
    inputs: fc.oneof(few, fc.dictionary(few, few)),
  }),
  asker: fc.record<Asker>({ subject: few, purpose: few, scopes: fc.array(few, { maxLength: 2 }) }),
  supergraph: few,
})

function tell({
  question,
  asker: { purpose, scopes },
  supergraph,
}: {
  question: CacheQuestion
  asker: Asker
  supergraph: string
}): string {
  return canonicalText([{ ...question, identity: question.identity ?? null }, purpose, scopes.toSorted(), supergraph])
}

describe('the name of an entry', () => {
  it('is the same for the same question, and another for every other', () => {
    fc.assert(
      fc.property(questions, questions, (one, other) => {
        const [first, second] = [one, other].map(
          ({ question, asker: by, supergraph }) =>
            nameBy(createNames({ keys, entityKeys, supergraph }), question, by).entry,
        )
        expect(first === second).toBe(tell(one) === tell(other))
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, ...Parameters<typeof nameOf>]>([
    ['agency', {}, { agency: 'loan-desk' }],
    ['type', {}, { type: 'Thing' }],
    ['entity', { identity: { type: 'Book', key: { id: '2' } } }],
    ['input', { inputs: { weight: 4 } }],
    ['selection', {}, { selection: '{weight}' }],
    ['purpose', {}, {}, { purpose: 'reporting' }],
    ['scopes', {}, {}, { scopes: ['a'] }],
  ])('is another for another %s', (_what, ...difference) => {
    expect(nameOf(...difference).entry).not.toBe(nameOf().entry)
  })

  it('is another under another supergraph or secret', () => {
    const entries = [
      names,
      createNames({ keys, entityKeys, supergraph: 'two' }),
      createNames({ keys: otherKeys, entityKeys, supergraph: 'one' }),
    ].map((one) => nameBy(one, book).entry)
    expect(new Set(entries).size).toBe(3)
  })

  it('does not depend on the order of scopes or fields, nor on who exactly asks', () => {
    const one = nameOf({ inputs: { weight: 3, title: 'x' } })
    const other = nameOf({ inputs: { title: 'x', weight: 3 } }, {}, { subject: 'somebody', scopes: ['a', 'b'] })
    expect(other).toEqual(one)
  })

  it('lies in one slot with its counter and with the same entity elsewhere, and tells nothing', () => {
    const here = nameOf()
    const there = nameOf({}, { agency: 'loan-desk', type: 'Query', selection: '{loans}' })
    const slotOf = (name: string | undefined): string | undefined => /^\{([\w-]{16})\}[\w-]+$/.exec(name ?? '')?.[1]
    expect(slotOf(here.entry)).toBeDefined()
    expect([there.entry, here.own, there.own].map(slotOf)).toEqual(Array(3).fill(slotOf(here.entry)))
    expect(JSON.stringify([here, there])).not.toMatch(/5318|Book|shelf/)
  })

  it('is the same alone as among others, in whatever order, and however often it was given', () => {
    fc.assert(
      fc.property(fc.array(questions, { maxLength: 8 }), (drawn) => {
        // Neighbours of one topic, as in a fetch, some of another, and each again.
        const some = drawn.map(({ question }) => question)
        const asked = [...some.map((question) => ({ ...question, topic: about })), ...some, ...some.slice(0, 2)]
        const [one, other] = [0, 1].map(() => createNames({ keys, entityKeys, supergraph: 'one' }))
        if (one === undefined || other === undefined) throw new Error('Both were made.')
        const alone = asked.map((question) => nameBy(one, question))
        expect(other.nameAll(asked, asker)).toEqual(alone)
        expect(other.nameAll(asked.toReversed(), asker)).toEqual(alone.toReversed())
      }),
    )
  })

  it('is remembered for a topic that says the same, since arguments make another topic of every request', () => {
    const first = nameOf()
    expect(nameOf()).toBe(first)
    expect(nameOf({}, { selection: '{title(on:"2026-12-01")}' })).not.toBe(first)
    expect(nameOf()).toBe(first)
  })

  it('is the same when so many topics came between that this one is known no more', () => {
    const some = createNames({ keys, entityKeys, supergraph: 'one' })
    const first = nameBy(some, book)
    for (let day = 0; day < 1_500; day += 1)
      nameBy(some, { ...book, topic: { ...about, selection: `{title(on:"${day}")}` } })
    expect(nameBy(some, { ...book, topic: { ...about } })).toEqual(first)
  })

  it('has no slot where no one entity is asked for', () => {
    expect(nameOf({ identity: undefined }).entry).toMatch(/^[\w-]{22}$/)
  })
})

describe('a change', () => {
  function isOldAfter(tag: Parameters<typeof names.changeOf>[0], ...difference: Parameters<typeof nameOf>): boolean {
    const counters = countersOf(nameOf(...difference))
    return names.changeOf(tag).some((counter) => counters.includes(counter))
  }
  const tag = { type: 'Book', key: { id: '5318075205999001' } }

  it('touches what is about the entity at any agency, and nothing about others', () => {
    expect(isOldAfter(tag, {}, { agency: 'loan-desk' })).toBe(true)
    expect(isOldAfter(tag, {}, { type: 'Query' })).toBe(true)
    expect(isOldAfter(tag, { identity: { type: 'Book', key: { id: '2' } } })).toBe(false)
    expect(isOldAfter(tag, { identity: undefined })).toBe(false)
  })

  it('touches what shows some entity of the type', () => {
    expect(isOldAfter(tag, { identity: undefined }, { shows: ['Author', 'Book'] })).toBe(true)
    expect(isOldAfter(tag, { identity: undefined }, { shows: ['Author'] })).toBe(false)
  })

  it('is the same whether the id is a number or a text', () => {
    expect(names.changeOf({ type: 'Book', key: { id: 7 } })).toEqual(names.changeOf({ type: 'Book', key: { id: '7' } }))
  })

  it('touches the entity under the names of its interface and of what implements it', () => {
    expect(isOldAfter(tag, { identity: { ...tag, type: 'Thing' } })).toBe(true)
    expect(isOldAfter({ ...tag, type: 'Thing' })).toBe(true)
  })

  it.each([
    { type: 'Author', key: { name: 'Pram' } },
    { type: 'Author', key: { number: 7 } },
  ])('touches all of a type that has several keys: %j', (change) => {
    const author = { type: 'Author', shows: ['Author'] }
    expect(isOldAfter(change, { identity: undefined }, author)).toBe(true)
    expect(isOldAfter(change, { identity: undefined }, { ...author, shows: [] })).toBe(true)
  })

  it('touches all of a type when it does not name its key', () => {
    expect(isOldAfter({ type: 'Book', key: { isbn: '1' } })).toBe(true)
  })

  it('of what is no entity touches all that its agencies said', () => {
    expect(isOldAfter({ type: 'Library', key: { code: 'L' } })).toBe(true)
    expect(isOldAfter({ type: 'Library', key: { code: 'L' } }, {}, { agency: 'loan-desk' })).toBe(false)
  })

  it('of a whole agency touches all that it said', () => {
    expect(countersOf(nameOf())).toContain(names.agency('shelf'))
    expect(countersOf(nameOf())).not.toContain(names.agency('loan-desk'))
  })
})
