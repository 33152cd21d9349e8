import type { Opaque } from '../text/Opaque.ts'
import type { FetchText } from './createAskSource.ts'

/** What tells a text from others, with how its answers are wanted. */
export function nameText({ query, lookup, opaque = new Map() }: FetchText): string {
  return JSON.stringify([lookup?.key, writeOpaque(opaque), query])
}

function writeOpaque(opaque: Opaque): unknown {
  return opaque === 'whole' ? true : Array.from(opaque, ([key, inside]) => [key, writeOpaque(inside)])
}
