import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { Part } from '../../fetch/Asking.ts'
import type { FetchShape } from '../shape/FetchShape.ts'
import type { ObjectShape } from '../shape/Selection.ts'
import type { OpaqueFields } from './Opaque.ts'
import { compileReader } from './compileReader.ts'
import type { Reader } from './compileReader.ts'

/** Readers of the parts of an answer, where nobody looks into all of them. */
export interface PartReader {
  /** Reads the answer to a part; undefined where there is no reader for it. */
  readonly readerOf: (part: Part) => Reader | undefined
  /** Reads what stands under one key of it alone. */
  readonly fieldReaderOf: (part: Part, key: string) => Reader | undefined
}

const nothing: OpaqueFields = new Map()

/** Makes the readers of a fetch; none where somebody looks into everything: to read it as JSON takes less then. */
export function createPartReader({ shapeOf }: FetchShape, opaque: OpaqueFields = nothing): PartReader | undefined {
  if (opaque.size === 0) return undefined
  const compileOnce = oncePerObject((shape: ObjectShape) => ({ shape, read: compileReader(shape, opaque) }))
  let last: ReturnType<typeof compileOnce> | undefined
  const fieldReadersOf = oncePerObject((shape: ObjectShape) => {
    const fields = shape.selection.fieldsOf(shape.typeName)
    return new Map(fields.map(({ key, value }) => [key, compileReader(value, opaque.get(key) ?? nothing)]))
  })
  return {
    readerOf(part) {
      // Parts that are asked for together are mostly of one type.
      const shape = shapeOf(part)
      if (last?.shape !== shape) last = compileOnce(shape)
      return last.read
    },
    fieldReaderOf: (part, key) => fieldReadersOf(shapeOf(part)).get(key),
  }
}
