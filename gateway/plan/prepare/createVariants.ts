import type { OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'

/** What is made of an operation in one of several ways, by the name of the way. */
export type Variants<Variant extends object> = (
  definition: OperationDefinitionNode,
  way: string,
  make: () => Variant,
) => Variant

/** Ways that one operation is remembered in: with ten conditions there are a thousand. */
const mostWays = 64

/** Makes a memory of variants, which goes with the operations themselves: the same way gives the same object. */
export function createVariants<Variant extends object>(): Variants<Variant> {
  const known = new WeakMap<OperationDefinitionNode, LRUCache<string, Variant>>()
  return function variantOf(definition, way, make) {
    const ofOperation = known.get(definition) ?? new LRUCache<string, Variant>({ max: mostWays })
    known.set(definition, ofOperation)
    const variant = ofOperation.get(way) ?? make()
    ofOperation.set(way, variant)
    return variant
  }
}
