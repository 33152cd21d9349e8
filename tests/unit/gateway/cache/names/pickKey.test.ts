import { describe, expect, it } from '@jest/globals'
import { pickKey } from '../../../../../gateway/cache/names/pickKey.ts'

const nested = { library: { code: {} }, place: {} }

describe('the key of a value', () => {
  it('is what it has of the key fields, and nothing else', () => {
    expect(pickKey({ place: 'a', library: { code: 'L', name: 'x' }, state: 'new' }, nested)).toEqual({
      library: { code: 'L' },
      place: 'a',
    })
  })

  it('has an id as a text, however it was written', () => {
    expect(pickKey({ id: 7 }, { id: {} })).toEqual({ id: '7' })
  })

  it.each([null, 'text', {}, { place: 'a' }, { place: null, library: { code: 'L' } }, { place: 'a', library: 'L' }])(
    'is none where the value does not have it whole: %j',
    (value) => {
      expect(pickKey(value, nested)).toBeUndefined()
    },
  )

  it('is not found in what every object has', () => {
    expect(pickKey({}, { constructor: {} })).toBeUndefined()
  })
})
