import { describe, expect, it } from '@jest/globals'
import { findObjects } from '../../../../../gateway/execute/steps/findObjects.ts'

/** Where objects stand, each with its `id`. */
function found(data: unknown, path: string): readonly string[] {
  const places: string[] = []
  findObjects(
    data,
    path === '' ? [] : path.split('.'),
    (object, at) => void places.push(`${at.join('.')}=${String(object['id'])}`),
  )
  return places
}

const data = {
  id: 'root',
  one: { id: 1, inner: { id: 2 } },
  many: [{ id: 3, inner: { id: 4 } }, null, { id: 5, inner: null }, 7],
  nested: [[{ id: 6, inner: { id: 7 } }], null, [], [null, { id: 8, inner: { id: 9 } }]],
  deep: [{ list: [{ list: [{ id: 10 }] }, { list: null }] }, { list: [{ list: [{ id: 11 }, { id: 12 }] }] }],
  word: 'x',
}

describe('the objects at a path', () => {
  it.each<[string, string, readonly string[]]>([
    ['are the root where there is none', '', ['=root']],
    ['are one behind a key', 'one', ['one=1']],
    ['are one behind several', 'one.inner', ['one.inner=2']],
    ['are the items of a list, without nulls and what is no object', 'many.@', ['many.0=3', 'many.2=5']],
    ['are what the items hold', 'many.@.inner', ['many.0.inner=4']],
    ['are the items of lists in a list', 'nested.@.@', ['nested.0.0=6', 'nested.3.1=8']],
    ['are what these hold', 'nested.@.@.inner', ['nested.0.0.inner=7', 'nested.3.1.inner=9']],
    [
      'are found in lists that lists hold',
      'deep.@.list.@.list.@',
      ['deep.0.list.0.list.0=10', 'deep.1.list.0.list.0=11', 'deep.1.list.0.list.1=12'],
    ],
    ['are none where nothing stands', 'other', []],
    ['are none where only a prototype has something', 'constructor', []],
    ['are none where a value stands', 'word', []],
    ['are none behind a value', 'word.length', []],
    ['are none where a list was to stand', 'one.@', []],
  ])('%s', (_what, path, expected) => {
    expect(found(data, path)).toEqual(expected)
  })

  it('are none in nothing', () => {
    expect(found(null, 'one')).toEqual([])
    expect(found(undefined, '')).toEqual([])
  })

  it('are the very objects, each as often as it stands there', () => {
    const same = { id: 1 }
    const objects: unknown[] = []
    findObjects({ list: [same, same] }, ['list', '@'], (object) => void objects.push(object))
    expect(objects).toHaveLength(2)
    for (const object of objects) expect(object).toBe(same)
  })
})
