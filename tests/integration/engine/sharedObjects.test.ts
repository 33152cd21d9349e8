import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AgencyFailure } from '../../../gateway/agency/AgencyFailure.ts'
import { lookupDirectives } from '../../support/lookupDirectives.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryAnswer, MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`
const reference = { __resolveReference: (source: object) => source }

let isBroken = false

/** Each agency has a part of one viewer at the root, and of one box in an entity. */
function agency(name: string, more: string, resolvers: object) {
  return {
    sdl: `${link}
      type Query { viewer: Viewer @shareable ${name === 'orders' ? 'thing: Thing other: Int' : ''} }
      type Viewer { ${name}: [String] list: [Inside] @shareable }
      type Thing @key(fields: "id") { id: ID! box: Box @shareable }
      type Box @shareable { inside: Inside }
      type Inside { ${more}: Int }`,
    resolvers: {
      Query: { viewer: () => ({ [name]: [name] }), ...resolvers },
      Viewer: { list: () => [{ [more]: 1 }, { [more]: 2 }] },
      Thing: { ...reference, box: () => ({ inside: {} }) },
      Box: { inside: () => (isBroken && more === 'three' ? Promise.reject(new Error('broken')) : { [more]: 1 }) },
    },
  }
}

const agencies = {
  orders: agency('orders', 'one', { thing: () => ({ id: '1' }), other: () => 5 }),
  posts: agency('posts', 'two', {}),
  mails: agency('mails', 'three', {}),
}

describe('an object that several agencies answer', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine(agencies)
  })
  beforeEach(() => {
    isBroken = false
    engine.tampers.clear()
  })
  afterAll(() => engine.engine.stop())

  /** The mails' agency answers before the others, or after them. */
  function letAnswer(order: 'first' | 'last', isSilent = true): void {
    for (const name of ['orders', 'posts', 'mails'])
      engine.tampers.set(name, async (answer) => {
        if ((name === 'mails') === (order === 'last')) await pause(20)
        if (name === 'mails' && isSilent) throw new AgencyFailure('mails', 'TIMEOUT')
        return answer
      })
  }

  const places = (errors: MemoryAnswer['errors']) =>
    errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['agency']])

  it.each(['first', 'last'] as const)(
    'stands without what a silent one has of it, which is told there: it is %s',
    async (order) => {
      letAnswer(order)
      const { data, errors } = await engine.ask('{ viewer { orders posts mails } other }')
      expect(data).toEqual({ viewer: { orders: ['orders'], posts: ['posts'], mails: null }, other: 5 })
      expect(places(errors)).toEqual([['viewer.mails', 'mails']])
    },
  )

  it.each(['first', 'last'] as const)('stands in each item of a list: the silent one is %s', async (order) => {
    letAnswer(order)
    const { data, errors } = await engine.ask('{ viewer { list { one three } } }')
    const item = (one: number) => ({ one, three: null })
    expect(data).toEqual({ viewer: { list: [item(1), item(2)] } })
    expect(places(errors)).toEqual([0, 1].map((index) => [`viewer.list.${index}.three`, 'mails']))
  })

  it.each(['first', 'last'] as const)('stands inside an entity as well: the silent one is %s', async (order) => {
    letAnswer(order, false)
    isBroken = true
    const { data, errors } = await engine.ask('{ thing { box { inside { two three } } } }')
    expect(data).toEqual({ thing: { box: { inside: { two: 1, three: null } } } })
    expect(places(errors)).toEqual([['thing.box.inside.three', 'mails']])
  })

  it('stands without what two silent ones have of it, each told once by its own', async () => {
    for (const name of ['posts', 'mails'])
      engine.tampers.set(name, () => {
        throw new AgencyFailure(name, 'TIMEOUT')
      })
    const { data, errors } = await engine.ask('{ viewer { orders posts mails } }')
    expect(data).toEqual({ viewer: { orders: ['orders'], posts: null, mails: null } })
    expect(Object.fromEntries(places(errors))).toEqual({ 'viewer.mails': 'mails', 'viewer.posts': 'posts' })
    expect(errors).toHaveLength(2)
  })

  it('is null where all of them are silent', async () => {
    for (const name of ['posts', 'mails'])
      engine.tampers.set(name, () => {
        throw new AgencyFailure(name, 'TIMEOUT')
      })
    const { data, errors } = await engine.ask('{ viewer { posts mails } other }')
    expect(data).toEqual({ viewer: null, other: 5 })
    expect(places(errors)).toEqual([
      ['viewer', 'posts'],
      ['viewer', 'mails'],
    ])
  })
})

describe('an object inside an entity that is looked up', () => {
  let engine: MemoryEngine
  const query = '{ person(id: "1") { name count home { color size } homes { color size } } }'

  beforeAll(async () => {
    engine = await openMemoryEngine({
      registry: {
        sdl: `
          extend schema @link(
            url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"]
          )
          ${lookupDirectives}
          type Query { person(id: ID! @is(field: "id")): Person @lookup }
          type Person @key(fields: "id") { id: ID! name: String home: Home @shareable homes: [Home] @shareable }
          type Home @shareable { color: String }`,
        resolvers: {
          Query: { person: (_root: unknown, given: object) => ({ ...given, name: 'Maria' }) },
          Person: { home: () => ({ color: 'blue' }), homes: () => [{ color: 'red' }, { color: 'blue' }] },
        },
      },
      papers: {
        sdl: `${link}
          type Person @key(fields: "id") { id: ID! count: Int home: Home @shareable homes: [Home] @shareable }
          type Home @shareable { size: Int }`,
        resolvers: {
          Person: { ...reference, count: () => 2, home: () => ({ size: 3 }), homes: () => [{ size: 1 }, { size: 2 }] },
        },
      },
    })
  })
  afterAll(() => engine.engine.stop())

  it.each(['registry', 'papers'])('is what others say of it where the owner has an error: last is %s', async (last) => {
    const broken = { home: null, homes: [{ color: 'red' }, null] }
    const errors = [{ path: ['person', 'home'] }, { path: ['person', 'homes', 1] }]
    for (const name of ['registry', 'papers'])
      engine.tampers.set(name, async (answer) => {
        if (name === last) await pause(20)
        if (name === 'papers') return answer
        return { data: { person: { ...Object(answer.data?.['person']), ...structuredClone(broken) } }, errors }
      })
    const { data, errors: told } = await engine.ask(query)
    const homes = [
      { color: 'red', size: 1 },
      { color: null, size: 2 },
    ]
    expect(data).toEqual({ person: { name: 'Maria', count: 2, home: { color: null, size: 3 }, homes } })
    expect(told.map(({ path }) => path?.join('.'))).toEqual(['person.home.color', 'person.homes.1.color'])
  })

  it('is what others say of it where the owner is silent', async () => {
    engine.tampers.set('registry', () => {
      throw new AgencyFailure('registry', 'TIMEOUT')
    })
    engine.tampers.delete('papers')
    const { data, errors } = await engine.ask('{ person(id: "1") { home { color size } } }')
    expect(data).toEqual({ person: { home: { color: null, size: 3 } } })
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['person.home.color'])
  })
})
