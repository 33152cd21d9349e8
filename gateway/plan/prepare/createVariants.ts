import { print } from 'graphql'
import type { OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { ValidOperation } from '../../document/ValidOperation.ts'

/** What is made of an operation in one of several ways, by the name of the way. */
export type Variants<Variant extends ValidOperation> = (
  definition: OperationDefinitionNode,
  way: string,
  make: () => Variant,
) => Variant

/** Characters of all variants together. What is made of one takes some 20 times its text, and with ten conditions there are a thousand. */
const mostCharacters = 4_194_304

/** Where a variant is found. */
interface Standing<Variant> {
  readonly ways: Map<string, Variant>
  readonly way: string
}

/** Makes a memory of variants: the same way of an operation gives the same object, until it makes way as the one unused for longest. */
export function createVariants<Variant extends ValidOperation>(most: number = mostCharacters): Variants<Variant> {
  const known = new WeakMap<OperationDefinitionNode, Map<string, Variant>>()
  const standings = new LRUCache<Variant, Standing<Variant>>({
    maxSize: most,
    dispose: ({ ways, way }) => ways.delete(way),
  })

  return function variantOf(definition, way, make) {
    const ways = known.get(definition) ?? new Map<string, Variant>()
    known.set(definition, ways)
    const before = ways.get(way)
    if (before !== undefined) {
      standings.get(before)
      return before
    }
    const made = make()
    ways.set(way, made)
    // One that is larger than all of it takes all of it.
    standings.set(made, { ways, way }, { size: Math.min(print(made.document).length, most) })
    return made
  }
}
