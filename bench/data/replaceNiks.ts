import { standIn } from './standIn.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** A JSON object with stand-ins for its NIKs, and the NIKs in the order of their indexes. */
export interface Replaced {
  readonly value: JsonObject
  readonly niks: readonly string[]
}

const nik = /^\d{16}$/

/** Puts stand-ins into a JSON object for every text in it that is a NIK; the first one has the index 0. */
export function replaceNiks(object: JsonObject): Replaced {
  const niks: string[] = []
  function replace(part: unknown): unknown {
    if (typeof part === 'string') return nik.test(part) ? standIn.of(niks.push(part) - 1) : part
    if (Array.isArray(part)) return part.map(replace)
    return typeof part === 'object' && part !== null ? replaceIn(part) : part
  }
  function replaceIn(parts: object): JsonObject {
    return Object.fromEntries(Object.entries(parts).map(([name, inner]) => [name, replace(inner)]))
  }
  return { value: replaceIn(object), niks }
}
