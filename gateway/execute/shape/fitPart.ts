import { isRecord } from '../../../platform/isRecord.ts'
import type { Place } from '../../disclose/Place.ts'
import type { ListShape, ObjectShape, ValueShape } from './Selection.ts'
import { isAsSelected } from './isAsSelected.ts'

interface Walk {
  readonly at: (string | number)[]
  readonly unfit: Place[]
}

/** A part of an answer, fitted to what was asked for. */
export interface FittedPart {
  readonly data: unknown
  /** Where leaves were that their types do not have, and null is now, or null that may not be. */
  readonly unfit: readonly Place[]
}

const asSelected: readonly Place[] = []

/**
 * Fits a part of an agency's answer to what was asked for, in place: what was not selected is removed, so that no agency can
 * answer for another, and a leaf that its type does not have becomes null, which costs no more than what holds it, as does a null
 * where none may be. Undefined when it is no answer: another type, a key missing, a text for a list. A null entity says that the
 * agency does not know it.
 */
export function fitPart(data: unknown, shape: ObjectShape): FittedPart | undefined {
  if (isAsSelected(data, shape)) return { data, unfit: asSelected }
  const walk: Walk = { at: [], unfit: [] }
  return fit(data, shape, walk) === undefined ? undefined : { data, unfit: walk.unfit }
}

/** The value to keep, which is never undefined, or undefined when it is none of the shape. */
function fit(value: unknown, shape: ValueShape, walk: Walk): unknown {
  if (value === null) return shape.nullable ? null : unfit(walk)
  switch (shape.kind) {
    case 'leaf':
      return shape.accepts(value) ? value : unfit(walk)
    case 'list':
      return fitList(value, shape, walk)
    case 'object':
      return fitObject(value, shape, walk)
    default:
      return shape satisfies never
  }
}

function unfit(walk: Walk): null {
  walk.unfit.push([...walk.at])
  return null
}

function fitList(value: unknown, { item }: ListShape, walk: Walk): unknown {
  if (!Array.isArray(value)) return undefined
  const values: unknown[] = value
  for (let index = 0; index < values.length; index += 1) {
    const given = values[index]
    walk.at.push(index)
    const kept = fit(given, item, walk)
    walk.at.pop()
    if (kept === undefined) return undefined
    if (kept !== given) values[index] = kept
  }
  return values
}

function fitObject(value: unknown, shape: ObjectShape, walk: Walk): unknown {
  if (!isRecord(value)) return undefined
  const named = Object.hasOwn(value, '__typename') ? value['__typename'] : shape.typeName
  if (typeof named !== 'string' || !shape.typeNames.has(named)) return undefined
  const fields = shape.selection.fieldsOf(named)
  for (const { key, value: shapeOfValue } of fields) {
    if (!Object.hasOwn(value, key)) return undefined
    const given = value[key]
    walk.at.push(key)
    const kept = fit(given, shapeOfValue, walk)
    walk.at.pop()
    if (kept === undefined) return undefined
    if (kept !== given) value[key] = kept
  }
  const keys = Object.keys(value)
  if (keys.length > fields.length) removeOthers(value, new Set(fields.map(({ key }) => key)))
  return value
}

function removeOthers(value: Record<string, unknown>, wanted: ReadonlySet<string>): void {
  for (const key of Object.keys(value)) {
    if (!wanted.has(key)) delete value[key]
  }
}
