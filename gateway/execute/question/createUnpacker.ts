import { isRecord } from '../../../platform/isRecord.ts'
import { setOwn } from '../setOwn.ts'
import type { ObjectShape } from '../shape/Selection.ts'
import { isAsSelected } from '../shape/isAsSelected.ts'
import { JsonText } from '../text/JsonText.ts'
import type { OpaqueFields } from '../text/Opaque.ts'
import type { Layout } from './Layout.ts'

/** What is kept of a part, as its agency would have answered it. */
export type Unpacker = (packed: unknown, layout: Layout, shape: ObjectShape) => unknown

export interface UnpackerOptions {
  /** What nobody looks into. */
  readonly opaque: OpaqueFields
  /** Where the entity stands in a part, if it is not the part itself. */
  readonly at: string | undefined
}

/**
 * Makes the unpacker of what is kept of entities by one text. An entity of which nobody looks into more than leaves is unpacked once
 * for all who are given the same, with texts for the rest: what is given is added to what there is, and changed by nobody.
 */
export function createUnpacker({ opaque, at }: UnpackerOptions): Unpacker {
  const shared = new WeakMap<object, unknown>()

  function share(data: unknown): unknown {
    if (!isRecord(data)) return undefined
    if (at === undefined) return withTexts(data, opaque)
    const entity = data[at]
    const fields = opaque.get(at)
    const shown = isRecord(entity) && fields !== undefined && fields !== 'whole' ? withTexts(entity, fields) : undefined
    return shown && Object.freeze({ ...data, [at]: shown })
  }

  return function unpack(packed, layout, shape) {
    const isObject = typeof packed === 'object' && packed !== null
    const before = isObject ? shared.get(packed) : undefined
    if (before !== undefined) return before
    const data = layout.unpack(packed)
    const shown = isAsSelected(data, shape) ? share(data) : undefined
    if (shown === undefined || !isObject) return data
    shared.set(packed, shown)
    return shown
  }
}

/** An entity with texts for what nobody looks into; undefined where somebody looks into more than leaves beside. */
function withTexts(entity: Readonly<Record<string, unknown>>, fields: OpaqueFields): object | undefined {
  const shown: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entity)) {
    const isText = fields.get(key) === 'whole' && value !== null
    if (!isText && typeof value === 'object' && value !== null) return undefined
    setOwn(shown, key, isText ? new JsonText(JSON.stringify(value)) : value)
  }
  return Object.freeze(shown)
}
