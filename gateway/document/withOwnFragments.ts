import { Kind } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { ValidOperation } from './ValidOperation.ts'
import { fragmentsOf } from './fragmentsOf.ts'
import { usedFragments } from './usedFragments.ts'

/** A document of an operation and the fragments that it uses, and nothing else. */
export function withOwnFragments({ document, definition }: ValidOperation): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [definition, ...usedFragments(definition, fragmentsOf(document))] }
}
