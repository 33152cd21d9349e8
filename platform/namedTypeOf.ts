import { Kind } from 'graphql'
import type { TypeNode } from 'graphql'

/** The name of a type in a document, without what makes it a list or never null. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type)
}
