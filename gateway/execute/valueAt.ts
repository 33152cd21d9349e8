import { isRecord } from '../../platform/isRecord.ts'
import type { Place } from '../disclose/Place.ts'

/** What stands at a place in data; undefined where nothing does. */
export function valueAt(data: unknown, place: Place): unknown {
  return place.reduce((value: unknown, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? (value[step] as unknown) : undefined
    return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }, data)
}
