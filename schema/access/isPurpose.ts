import { purposes } from './purposes.ts'
import type { Purpose } from './purposes.ts'

/** Whether a text is one of the purposes there are. */
export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(purposes, text)
}
