import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { joinEntities } from '../../../../gateway/fetch/joinEntities.ts'
import type { Joining } from '../../../../gateway/fetch/Joining.ts'
import { askForPeople } from './support/askForPeople.ts'

function joinLists(lists: readonly (readonly string[])[]): Joining {
  const calls = lists.map((ids) => askForPeople(ids, { variables: { on: '2026-01-01' } }))
  const [first] = calls
  if (first === undefined) throw new Error('There is nothing to join.')
  return joinEntities(first, calls)
}

const message = 'an error'

describe('calls for entities', () => {
  it('become one list of representations, with the other variables and the text of each', () => {
    const { query, variables } = joinLists([['a', 'b'], [], ['c']])
    const { query: text, variables: all } = askForPeople(['a', 'b', 'c'], { variables: { on: '2026-01-01' } })
    expect({ query, variables }).toEqual({ query: text, variables: all })
  })

  it.each([
    ['as many', { _entities: [null, null, null] }, true],
    ['fewer', { _entities: [null, null] }, false],
    ['more', { _entities: [null, null, null, null] }, false],
    ['none', { _entities: null }, false],
    ['something else', { people: [null, null, null] }, false],
  ])('want an answer with as many entities: %s', (_what, data, isWhole) => {
    expect(joinLists([['a', 'b'], ['c']]).isWhole(data)).toBe(isWhole)
  })

  it('get each a stretch of the entities, or what is no list of them', () => {
    const { dataOf } = joinLists([['a', 'b'], [], ['c']])
    const data = { _entities: [{ name: 'a' }, null, { name: 'c' }], more: 1 }
    expect([0, 1, 2].map((index) => dataOf(data, index))).toEqual([
      { _entities: [{ name: 'a' }, null] },
      { _entities: [] },
      { _entities: [{ name: 'c' }] },
    ])
    expect(dataOf(data, 7)).toEqual({ _entities: [] })
    expect(dataOf({}, 0)).toEqual({ _entities: null })
  })

  it.each([
    ['without a path', undefined],
    ['at all of the entities', ['_entities']],
    ['at no entity of any', ['_entities', 3]],
    ['at a position that is no number', ['_entities', 'name']],
    ['at something else', ['people', 0]],
  ])('have errors in common: one %s', (_what, path) => {
    const error = path === undefined ? { message } : { message, path }
    expect(joinLists([['a', 'b'], ['c']]).ownerOf(error)).toBeUndefined()
  })

  it('own an error at one of their entities, with its path there and whatever else it says', () => {
    const { ownerOf } = joinLists([['a', 'b'], [], ['c', 'd']])
    const extensions = { code: 'AGENCY_ERROR' }
    expect(ownerOf({ message, path: ['_entities', 3, 'papers', 0, 'number'], extensions })).toEqual({
      index: 2,
      error: { message, path: ['_entities', 1, 'papers', 0, 'number'], extensions },
    })
  })

  it('are taken apart as they were put together', () => {
    const lists = fc.array(fc.array(fc.string(), { maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lists, (ids) => {
        const { variables, dataOf, ownerOf } = joinLists(ids)
        const { representations } = variables as { readonly representations: readonly unknown[] }
        const parts = ids.map((_list, index) => dataOf({ _entities: representations }, index)['_entities'])
        expect(parts).toEqual(ids.map((list) => askForPeople(list).variables['representations']))
        for (const position of representations.keys()) {
          const owner = ownerOf({ message, path: ['_entities', position] })
          const [, own] = owner?.error.path ?? []
          expect((parts[owner?.index ?? -1] as readonly unknown[])[Number(own)]).toBe(representations[position])
        }
      }),
    )
  })
})
