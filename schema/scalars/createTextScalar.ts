import { GraphQLScalarType, Kind } from 'graphql'
import type { ASTNode } from 'graphql'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'

export interface TextScalarOptions {
  readonly name: string
  readonly accepts: (text: string) => boolean
  /** The error for what is not accepted; it never shows the value. */
  readonly code?: ErrorCode
}

/**
 * A scalar that is a checked text on both sides: what is accepted stays the text it was. A value in a request that is not
 * accepted is the asker's fault; one in a record is the server's, and throws an error that is none of the table.
 */
export function createTextScalar({
  name,
  accepts,
  code = 'BAD_USER_INPUT',
}: TextScalarOptions): GraphQLScalarType<string, string> {
  function parse(value: unknown, nodes?: ASTNode): string {
    if (typeof value === 'string' && accepts(value)) return value
    throw fault(code, {}, nodes === undefined ? {} : { nodes })
  }
  function serialize(value: unknown): string {
    if (typeof value === 'string' && accepts(value)) return value
    throw new Error(`A record holds a value that is no ${name}.`)
  }
  return new GraphQLScalarType<string, string>({
    name,
    serialize,
    parseValue: (value) => parse(value),
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined, node),
  })
}
