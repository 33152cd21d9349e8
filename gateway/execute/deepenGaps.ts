import { isRecord } from '../../platform/isRecord.ts'
import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import type { LostGap } from './LostGap.ts'
import { holderOf } from './holderOf.ts'
import { mostGaps } from './mostGaps.ts'
import type { ValueShape } from './shape/Selection.ts'
import { typeNameIn } from './shape/typeNameIn.ts'
import { JsonText } from './text/JsonText.ts'
import { valueAt } from './valueAt.ts'

/**
 * Gaps at what is missing. One may stand at an object that an agency left out and others answered of: it is told at what that agency was
 * asked for inside and nobody answered, for an error stands at a null (GraphQL specification, 7.1.2). So is one at the type of an
 * object, where others have told which it is.
 */
export function deepenGaps(gaps: readonly LostGap[], data: Readonly<Record<string, unknown>>): readonly Gap[] {
  const deepened: Gap[] = []
  for (const { lost, ...gap } of gaps) {
    const { place } = gap
    const at = place && holderOf(place)
    const missing = at === undefined || lost === undefined ? [] : missingIn(valueAt(data, at), lost, at)
    if (missing.length === 0) deepened.push(gap)
    for (const one of missing) deepened.push({ ...gap, place: one })
    if (deepened.length >= mostGaps) break
  }
  return deepened
}

/** The places below that were asked for and hold nothing. A null is an answer. */
function missingIn(value: unknown, shape: ValueShape, at: Place): readonly Place[] {
  if (Array.isArray(value) && shape.kind === 'list')
    return value.flatMap((item: unknown, index) => missingIn(item, shape.item, [...at, index]))
  // A text that stands for an object is whole.
  if (!isRecord(value) || value instanceof JsonText || shape.kind !== 'object') return []
  return shape.selection.fieldsOf(typeNameIn(value, shape)).flatMap(({ key, name, value: inner }) => {
    if (name === '__typename') return []
    const own = Object.hasOwn(value, key) ? value[key] : undefined
    return own === undefined ? [[...at, key]] : missingIn(own, inner, [...at, key])
  })
}
