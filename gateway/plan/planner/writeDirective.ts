import { Kind, parse } from 'graphql'
import type { ConstDirectiveNode } from 'graphql'

/** A directive with arguments as they are written in a schema. */
export function writeDirective(name: string, args: string): ConstDirectiveNode {
  const [scalar] = parse(`scalar Any @${name}(${args})`, { noLocation: true }).definitions
  const directive = scalar?.kind === Kind.SCALAR_TYPE_DEFINITION ? scalar.directives?.[0] : undefined
  if (directive === undefined) throw new Error('A directive is written with its arguments.')
  return directive
}
