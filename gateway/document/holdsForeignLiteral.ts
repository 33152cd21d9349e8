import type { GraphQLInputType, ValueNode } from 'graphql'
import { isForeignLiteral } from './isForeignLiteral.ts'
import { mapLiterals } from './mapLiterals.ts'

/** Whether a written value is or holds a literal that only an agency can read. */
export function holdsForeignLiteral(value: ValueNode, type: GraphQLInputType): boolean {
  let holds = false
  mapLiterals(value, type, (inner, innerType) => {
    holds ||= isForeignLiteral(inner, innerType)
    return undefined
  })
  return holds
}
