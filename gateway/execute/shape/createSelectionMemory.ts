import type { SelectionSetNode } from 'graphql'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { Selection, SelectionSource } from './Selection.ts'
import type { FieldRoom } from './createFieldRoom.ts'
import { createFieldRoom } from './createFieldRoom.ts'

/** Remembers the selections of a document by the sets that they are made of. */
export interface SelectionMemory {
  readonly selectionOf: (sources: readonly SelectionSource[], make: () => Selection) => Selection
  readonly room: FieldRoom
}

/**
 * Makes the memory of a document. What the same sets make is one selection, under whichever types they are met: else there would be one
 * for each way of types that leads to them, and an interface in an interface has more of those than any memory can hold.
 */
export function createSelectionMemory(room: FieldRoom = createFieldRoom()): SelectionMemory {
  const known = new Map<string, Selection>()
  let lastNumber = 0
  const numberOf = oncePerObject((_set: SelectionSetNode) => (lastNumber += 1))
  return {
    room,
    selectionOf(sources, make) {
      const name = sources.map(({ set, parent }) => `${numberOf(set)} ${parent}`).join()
      const before = known.get(name)
      if (before !== undefined) return before
      const made = make()
      if (room.take(1)) known.set(name, made)
      return made
    },
  }
}
