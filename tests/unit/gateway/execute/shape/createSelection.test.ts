import { describe, expect, it } from '@jest/globals'
import { Kind, buildSchema, parse } from 'graphql'
import type { SelectionSetNode } from 'graphql'
import type { Selection } from '../../../../../gateway/execute/shape/Selection.ts'
import { createFieldRoom } from '../../../../../gateway/execute/shape/createFieldRoom.ts'
import { createSelection } from '../../../../../gateway/execute/shape/createSelection.ts'
import { createSelectionMemory } from '../../../../../gateway/execute/shape/createSelectionMemory.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'

const schema = buildSchema(`
  scalar Big
  enum Color { RED }
  input Amount { big: Big count: Int inner: [Amount!] }
  type Query { big(v: Big, vs: [Big], in: Amount, n: Int, color: Color): String }
`)

function setOf(text: string): SelectionSetNode {
  const [operation] = parse(text).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation')
  return operation.selectionSet
}

function argumentsIn(given: string, variables = {}): unknown {
  const set = setOf(`query ($v: Big, $n: Int) { big(${given}) }`)
  const scope = { schema, fragments: new Map(), defaults: {}, memory: createSelectionMemory() }
  const selection = createSelection([{ set, parent: 'Query' }], scope)
  return selection.fieldsOf('Query')[0]?.argumentsOf(variables)
}

describe('the arguments of a field', () => {
  it.each([
    ['v: "1.10"', { v: '1.10' }],
    ['v: null, n: 3, color: RED', { v: null, n: 3, color: 'RED' }],
    ['vs: ["a", true]', { vs: ['a', true] }],
    ['in: { count: 1, inner: [{ big: "2" }] }', { in: { count: 1, inner: [{ big: '2' }] } }],
  ])('are known where they are written as %s', (given, values) => {
    expect(argumentsIn(given)).toEqual(values)
  })

  it('are known where they are variables', () => {
    expect(argumentsIn('v: $v, n: $n', { v: 1.1, n: 2 })).toEqual({ v: 1.1, n: 2 })
  })

  it.each(['v: 1.10', 'v: RED', 'v: {}', 'v: [1]', 'vs: ["a", 1]', 'vs: 1', 'in: { inner: [{ big: 2 }] }'])(
    'are not known where only an agency can read them: %s',
    (given) => {
      expect(argumentsIn(given)).toBeUndefined()
    },
  )
})

describe('the selection of an interface in an interface', () => {
  const zoo = buildSchema(`
    type Query { animal: Animal }
    interface Animal { id: ID near: Animal friend: Animal }
    type Cat implements Animal { id: ID near: Animal friend: Cat }
    type Dog implements Animal { id: ID near: Animal friend: Dog }
  `)

  function animalsIn(query: string, most?: number): { readonly animals: Selection; readonly taken: () => number } {
    const room = createFieldRoom(most)
    const { root } = shapeOfOperation(zoo, parse(query), room)
    return { animals: under(root.selection, 'Query', 'animal'), taken: room.taken }
  }

  /** Goes down as objects of these types would. */
  function walk(selection: Selection, [type, ...others]: readonly string[]): Selection {
    return type === undefined ? selection : walk(under(selection, type, 'near'), others)
  }

  function under(selection: Selection, type: string, key: string): Selection {
    const value = selection.fieldsOf(type).find((field) => field.key === key)?.value
    if (value?.kind !== 'object') throw new Error(`no ${key}`)
    return value.selection
  }

  it('is the same under whichever types it is met', () => {
    const { animals } = animalsIn('{ animal { near { near { id } } } }')
    expect(walk(animals, ['Cat', 'Dog'])).toBe(walk(animals, ['Dog', 'Dog']))
    expect(walk(animals, ['Cat', 'Dog'])).not.toBe(walk(animals, ['Cat']))
  })

  it('is another where other fragments or other types hold for it', () => {
    const { animals } = animalsIn('{ animal { near { id } friend { id } ... on Dog { near { near { id } } } } }')
    expect(walk(animals, ['Cat'])).not.toBe(walk(animals, ['Dog']))
    expect(
      walk(animals, ['Cat'])
        .fieldsOf('Cat')
        .map(({ key }) => key),
    ).toEqual(['id'])
    expect(
      walk(animals, ['Dog'])
        .fieldsOf('Cat')
        .map(({ key }) => key),
    ).toEqual(['id', 'near'])
    expect(under(animals, 'Cat', 'friend')).not.toBe(under(animals, 'Dog', 'friend'))
  })

  it('is the same for a fragment that is spread twice as for one that is spread once', () => {
    const { animals } = animalsIn(
      '{ animal { ... on Cat { ...A } ... on Animal { ...A } } } fragment A on Animal { near { id } }',
    )
    expect(walk(animals, ['Cat'])).toBe(walk(animals, ['Dog']))
  })

  it('is made each time where a plan has no room to remember it', () => {
    const { animals, taken } = animalsIn('{ animal { near { near { id } } } }', 4)
    const before = taken()
    const fields = animals.fieldsOf('Dog')
    expect(animals.fieldsOf('Dog')).toEqual(fields.map((field) => expect.objectContaining({ key: field.key })))
    expect(animals.fieldsOf('Dog')).not.toBe(fields)
    expect(taken()).toBe(before)
  })
})
