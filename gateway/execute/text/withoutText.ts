import { JsonText } from './JsonText.ts'

/** A value as who looks into it needs it: what it says, where it came as a text. */
export function withoutText(value: unknown): unknown {
  return value instanceof JsonText ? value.toJSON() : value
}
