import type { CacheValue } from '../CacheValue.ts'

/** Bytes that a value takes beside its text, and how often it takes the text: once read, it is there as objects too. */
const headBytes = 150
const forms = 6

/** About the bytes that a value takes in the memory of a process. Operations that show it in other words hold its text once more each. */
export function sizeOfValue({ text }: CacheValue): number {
  return headBytes + forms * text.length
}
