import { Kind, print } from 'graphql'
import type { GraphQLError } from 'graphql'
import type { Described } from './Described.ts'

/** The way to a wrong value inside a variable, in names of the schema and numbers. */
export type WayInside = readonly (string | number)[]

/**
 * Says which variable has a wrong value, and where inside it, if that is what an error tells. GraphQL's own sentence shows the
 * value; this one is made from the variable's definition.
 */
export function describeVariableError(
  { nodes: [node] = [] }: GraphQLError,
  way: WayInside = [],
): Described | undefined {
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return undefined
  const name = node.variable.name.value
  const place = [name, ...way.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))].join('')
  const inside = place === name ? '' : `, at "${place}"`
  return {
    sentence: `Variable "$${name}" has no valid value of type "${print(node.type)}"${inside}.`,
    variable: place,
  }
}
