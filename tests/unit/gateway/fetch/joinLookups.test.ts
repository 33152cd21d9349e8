import { describe, expect, it } from '@jest/globals'
import type { AgencyCall } from '../../../../gateway/agency/AgencyCall.ts'
import { joinLookups } from '../../../../gateway/fetch/joinLookups.ts'
import type { Joining } from '../../../../gateway/fetch/Joining.ts'
import { lookUpPerson } from './support/lookUpPerson.ts'

function join(calls: readonly AgencyCall[]): Joining {
  const [first] = calls
  if (first?.lookup === undefined) throw new Error('There is nothing to join.')
  return joinLookups(first, first.lookup, calls)
}

const joinIds = (ids: readonly string[]): Joining =>
  join(ids.map((id) => lookUpPerson(id, { variables: { on: '2026-01-01' } })))

const message = 'an error'

describe('lookups by one root field', () => {
  it('become one text, with keys of their own and the other variables once', () => {
    const { query, variables } = joinIds(['a', 'b', 'a'])
    expect(query).toBe(`3 times ${lookUpPerson('a').query}`)
    expect(variables).toEqual({ on: '2026-01-01', alias0_id: 'a', alias1_id: 'b', alias2_id: 'a' })
  })

  it('have a key of several variables each', () => {
    const calls = ['a', 'b'].map((id, number) => {
      const { lookup, ...call } = lookUpPerson(id, { variables: { number } })
      return lookup === undefined ? call : { ...call, lookup: { ...lookup, key: ['id', 'number'] } }
    })
    expect(join(calls).variables).toEqual({ alias0_id: 'a', alias0_number: 0, alias1_id: 'b', alias1_number: 1 })
  })

  it.each([
    ['each', { alias0: null, alias1: { name: 'b' } }, true],
    ['each and more', { alias0: null, alias1: null, alias2: null }, true],
    ['one of two', { alias0: { name: 'a' } }, false],
    ['none', {}, false],
    ['none that is its own', Object.create({ alias0: null, alias1: null }) as Record<string, unknown>, false],
  ])('want an answer with a place for %s', (_what, data, isWhole) => {
    expect(joinIds(['a', 'b']).isWhole(data)).toBe(isWhole)
  })

  it('get each what stands under its alias, as if it had been alone', () => {
    const { dataOf } = joinIds(['a', 'b'])
    const data = { alias0: null, alias1: { name: 'b' } }
    expect([0, 1].map((index) => dataOf(data, index))).toEqual([{ person: null }, { person: { name: 'b' } }])
  })

  it('own an error under their alias, with its path there and whatever else it says', () => {
    const { ownerOf } = joinIds(['a', 'b'])
    const extensions = { code: 'NIK_MALFORMED' }
    expect(ownerOf({ message, path: ['alias1', 'papers', 0], extensions })).toEqual({
      index: 1,
      error: { message, path: ['person', 'papers', 0], extensions },
    })
  })

  it.each([
    ['without a path', undefined],
    ['at no place', []],
    ['at an alias that nobody has', ['alias2']],
    ['at a number', [0]],
    ['at the field itself', ['person']],
  ])('have errors in common: one %s', (_what, path) => {
    const error = path === undefined ? { message } : { message, path }
    expect(joinIds(['a', 'b']).ownerOf(error)).toBeUndefined()
  })
})
