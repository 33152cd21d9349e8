import type { GraphQLSchema } from 'graphql'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { recordsOf } from '../../../schema/access/recordsOf.ts'
import type { ValueShape } from '../shape/Selection.ts'

/**
 * Makes what tells whether people's records are selected of a thing that is none itself. Below a record, all is the same person's. It
 * looks at all that is selected, so it is for shapes that have a layout.
 */
export function createPeopleFinder(supergraph: GraphQLSchema): (shape: ValueShape) => boolean {
  const isRecord = (typeName: string): boolean => recordsOf(supergraph.getType(typeName)).length > 0

  function isOrHoldsRecord(shape: ValueShape): boolean {
    return (shape.kind === 'object' && [...shape.typeNames].some(isRecord)) || holdsRecord(shape)
  }
  const holdsRecord = oncePerObject((shape: ValueShape): boolean => {
    if (shape.kind === 'leaf') return false
    if (shape.kind === 'list') return isOrHoldsRecord(shape.item)
    const others = [...shape.typeNames].filter((name) => !isRecord(name))
    return others.flatMap(shape.selection.fieldsOf).some(({ value }) => isOrHoldsRecord(value))
  })
  return holdsRecord
}
