import { isRecord } from '../../../platform/isRecord.ts'
import { setOwn } from '../setOwn.ts'
import { JsonText } from '../text/JsonText.ts'

/** The same data in objects of its own. */
export function copyObject(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(object)) setOwn(copy, key, copyValue(value))
  return copy
}

/** Nobody adds to what is a text. */
function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue)
  return isRecord(value) && !(value instanceof JsonText) ? copyObject(value) : value
}
