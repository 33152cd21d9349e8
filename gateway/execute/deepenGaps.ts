import { isRecord } from '../../platform/isRecord.ts'
import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import { mostGaps } from './mostGaps.ts'
import type { ObjectShape, SelectedField, ValueShape } from './shape/Selection.ts'
import { JsonText } from './text/JsonText.ts'

/** Something in the data, and what the operation selects of it. */
interface Standing {
  readonly value: unknown
  readonly shape: ValueShape
}

/**
 * Gaps at what is missing. One may stand at an object that an agency left out and others answered of: it is told at what nobody
 * answered inside, for an error stands at a null (GraphQL specification, 7.1.2).
 */
export function deepenGaps(
  gaps: readonly Gap[],
  root: ObjectShape,
  data: Readonly<Record<string, unknown>>,
): readonly Gap[] {
  const deepened: Gap[] = []
  for (const gap of gaps) {
    const standing = gap.place && standingAt(gap.place, { value: data, shape: root })
    const missing = standing === undefined ? [] : missingIn(standing, gap.place ?? [])
    if (missing.length === 0) deepened.push(gap)
    for (const place of missing) deepened.push({ ...gap, place })
    if (deepened.length >= mostGaps) break
  }
  return deepened
}

/** A text that stands for an object is whole. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !(value instanceof JsonText)
}

/** Undefined where nothing is there, or nothing that the operation selects. */
function standingAt(place: Place, from: Standing): Standing | undefined {
  let { value, shape } = from
  for (const step of place) {
    if (Array.isArray(value) && shape.kind === 'list' && typeof step === 'number') {
      value = value[step]
      shape = shape.item
      continue
    }
    const field = isObject(value) && shape.kind === 'object' ? fieldAt(value, shape, step) : undefined
    if (field === undefined || !isObject(value)) return undefined
    value = value[field.key]
    shape = field.value
  }
  return { value, shape }
}

function fieldAt(
  value: Readonly<Record<string, unknown>>,
  shape: ObjectShape,
  key: unknown,
): SelectedField | undefined {
  const field = fieldsOf(value, shape).find((one) => one.key === key)
  return field !== undefined && Object.hasOwn(value, field.key) ? field : undefined
}

function fieldsOf(value: Readonly<Record<string, unknown>>, shape: ObjectShape): readonly SelectedField[] {
  const named = value['__typename']
  return shape.selection.fieldsOf(typeof named === 'string' ? named : shape.typeName)
}

/** The places below where agencies were to answer and none did. A null is an answer. */
function missingIn({ value, shape }: Standing, at: Place): readonly Place[] {
  if (Array.isArray(value) && shape.kind === 'list')
    return value.flatMap((item: unknown, index) => missingIn({ value: item, shape: shape.item }, [...at, index]))
  if (!isObject(value) || shape.kind !== 'object') return []
  return fieldsOf(value, shape).flatMap(({ key, name, mark, value: inner }) => {
    if (name === '__typename' || (mark !== undefined && mark.kind !== 'masked')) return []
    const own = Object.hasOwn(value, key) ? value[key] : undefined
    return own === undefined ? [[...at, key]] : missingIn({ value: own, shape: inner }, [...at, key])
  })
}
