import type { LookupText } from './LookupText.ts'
import type { Wording } from './Wording.ts'
import { wordRoot } from './wordRoot.ts'

/** The wording of lookups by one root field: each has an alias and variables of its own in one text, and one alone is as it is. */
export function wordLookups(query: string, lookup: LookupText): Wording {
  const alone = wordRoot(query)
  const { at, key, aliasOf, variableOf, textFor } = lookup
  return {
    write(parts, variables) {
      if (parts.length === 1) return alone.write(parts, variables)
      const own = parts.flatMap((part, index) => key.map((name) => [variableOf(name, index), part[name]] as const))
      return { query: textFor(parts.length), variables: { ...variables, ...Object.fromEntries(own) } }
    },
    read(cursor, parts, reader) {
      if (parts.length === 1) return alone.read(cursor, parts, reader)
      const data: Record<string, unknown> = {}
      for (const [index, part] of parts.entries()) {
        const head = `${index === 0 ? '{"data":{' : ','}"${aliasOf(index)}":`
        const value = cursor.take(head) ? reader.fieldReaderOf(part, at)?.(cursor) : undefined
        if (value === undefined) return undefined
        data[aliasOf(index)] = value
      }
      return cursor.take('}}') && cursor.isAtEnd() ? data : undefined
    },
    partsOf(data, count) {
      if (count === 1) return alone.partsOf(data, count)
      const parts: unknown[] = []
      for (let index = 0; index < count; index += 1) {
        const alias = aliasOf(index)
        if (!Object.hasOwn(data, alias)) return undefined
        parts.push({ [at]: data[alias] })
      }
      return parts
    },
    ownerOf(path, count) {
      if (count === 1) return alone.ownerOf(path, count)
      const [alias, ...rest] = path
      for (let index = 0; index < count; index += 1)
        if (aliasOf(index) === alias) return { index, place: [at, ...rest] }
      return undefined
    },
  }
}
