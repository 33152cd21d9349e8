import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { operationOf } from '../../../../../gateway/document/operationOf.ts'
import { createFieldRoom } from '../../../../../gateway/execute/shape/createFieldRoom.ts'
import { createSelectionMemory } from '../../../../../gateway/execute/shape/createSelectionMemory.ts'

const { selectionSet: set } = operationOf(parse('{ a }')).definition
const { selectionSet: other } = operationOf(parse('{ a }')).definition
const make = () => ({ fieldsOf: () => [] })

describe('the memory of a document', () => {
  it('has one selection for the same sets on the same types, in one order', () => {
    const { selectionOf } = createSelectionMemory()
    const both = [
      { set, parent: 'A' },
      { set: other, parent: 'A' },
    ]
    const one = selectionOf(both, make)
    expect(selectionOf(copyOf(both), make)).toBe(one)
    expect(selectionOf(both.toReversed(), make)).not.toBe(one)
    expect(selectionOf([{ set, parent: 'B' }], make)).not.toBe(selectionOf([{ set, parent: 'A' }], make))
  })

  it('remembers as many as there is room for', () => {
    const { selectionOf } = createSelectionMemory(createFieldRoom(1))
    const one = selectionOf([{ set, parent: 'A' }], make)
    expect(selectionOf([{ set: other, parent: 'A' }], make)).not.toBe(selectionOf([{ set: other, parent: 'A' }], make))
    expect(selectionOf([{ set, parent: 'A' }], make)).toBe(one)
  })
})

/** The same sets in other objects. */
function copyOf<Item extends object>(items: readonly Item[]): readonly Item[] {
  return items.map((item) => ({ ...item }))
}
