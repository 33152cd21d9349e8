import { isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'

/** The names that fields of a schema have. */
export interface FieldNames {
  readonly names: ReadonlySet<string>
  /** What none of them begins with: what the engine calls by names of its own begins with it. */
  readonly ownPrefix: string
}

/** Reads the names of all fields of objects and interfaces. */
export function readFieldNames(schema: GraphQLSchema): FieldNames {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  const names = new Set(types.flatMap((type) => Object.keys(type.getFields())))
  return { names, ownPrefix: unusedPrefix('own_', names) }
}
