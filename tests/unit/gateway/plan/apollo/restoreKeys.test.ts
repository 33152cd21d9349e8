import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { restoreKeys } from '../../../../../gateway/plan/apollo/restoreKeys.ts'

const document = parse('{ own_born: born people { own_born: born } }')
const clientKeys = new Map([
  ['own_born', 'born'],
  ['own___proto__', '__proto__'],
])
const renamed = { document, clientKeys }

describe('what was executed under other names', () => {
  it('is told under the client’s, in objects, lists and lists of lists', () => {
    const data = { own_born: 1, people: [{ own_born: { own_born: null, name: 'Ani' } }, null, [[{ own_born: 2 }]]] }
    expect(restoreKeys(renamed, { data, errors: [] })).toEqual({
      data: { born: 1, people: [{ born: { born: null, name: 'Ani' } }, null, [[{ born: 2 }]]] },
      errors: [],
    })
  })

  it('has its errors at the client’s paths', () => {
    const errors = [
      { message: 'lost', path: ['people', 0, 'own_born'], extensions: { code: 'X' } },
      { message: 'nowhere' },
    ]
    expect(restoreKeys(renamed, { data: null, errors })).toEqual({
      data: null,
      errors: [{ message: 'lost', path: ['people', 0, 'born'], extensions: { code: 'X' } }, { message: 'nowhere' }],
    })
  })

  it('takes the name of a prototype for one like any other', () => {
    const { data } = restoreKeys(renamed, { data: { a: { own___proto__: { b: 1 } } }, errors: [] })
    expect(JSON.stringify(data)).toBe('{"a":{"__proto__":{"b":1}}}')
  })

  it('is left as it is when no name was changed', () => {
    const data = { a: [{ b: 1 }] }
    const errors = [{ message: 'lost', path: ['a'] }]
    const restored = restoreKeys({ document, clientKeys: new Map() }, { data, errors })
    expect(restored.data).toBe(data)
    expect(restored.errors).toBe(errors)
  })
})
