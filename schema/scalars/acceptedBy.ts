import type { GraphQLScalarType } from 'graphql'

/** Tells whether a library's scalar accepts a text, for scalars of ours that keep the text. */
export function acceptedBy(scalar: GraphQLScalarType): (text: string) => boolean {
  return function accepts(text) {
    try {
      scalar.parseValue(text)
      return true
    } catch {
      return false
    }
  }
}
