import type { CacheValue } from './CacheValue.ts'

/** What a value's text says, parsed once for all who read it: a value that is asked for is asked for again. */
export function dataOf(value: CacheValue): unknown {
  value.parsed ??= JSON.parse(value.text)
  return value.parsed
}
