import { isRecord } from '../../../platform/isRecord.ts'
import type { KeyFields } from '../../supergraph/EntityKeys.ts'

/** The part of a value that is its key, in one form, or undefined when the value does not have it whole. */
export function pickKey(value: unknown, fields: KeyFields): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(value)) return undefined
  const key: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(fields)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    const picked = Object.keys(inner).length === 0 ? scalarOf(given) : pickKey(given, inner)
    if (picked === undefined) return undefined
    key[name] = picked
  }
  return key
}

/** An ID is the same as a text and as a number; one agency may write this and another that. */
function scalarOf(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  return typeof value === 'number' ? String(value) : value
}
