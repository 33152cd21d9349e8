import { Kind } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { ValidOperation } from '../Engine.ts'
import { usedFragments } from './usedFragments.ts'

/** A document of an operation and the fragments that it uses, and nothing else. */
export function withOwnFragments({ document, definition }: ValidOperation): DocumentNode {
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
  return { kind: Kind.DOCUMENT, definitions: [definition, ...usedFragments(definition, fragments)] }
}
