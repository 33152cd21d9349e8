import { isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { readDirective } from '../../platform/readDirective.ts'

/** A root field that finds an entity by its key, as its agency marks it. */
export interface Lookup {
  /** The entity's type. */
  readonly type: string
  /** The key field that each argument is. */
  readonly keyOf: ReadonlyMap<string, string>
}

/**
 * The root fields of a supergraph that are marked `@lookup`, with arguments that are all marked `@is(field:)`, by name
 * (GraphQL Composite Schemas specification, 2.2).
 */
export function readLookups(supergraph: GraphQLSchema): ReadonlyMap<string, Lookup> {
  const lookups = new Map<string, Lookup>()
  for (const { name, type, args, astNode } of Object.values(supergraph.getQueryType()?.getFields() ?? {})) {
    // The key of an interface does not tell the type of what it finds, and what is never null cannot say that there is none.
    if (readDirective(astNode?.directives, 'lookup') === undefined || !isObjectType(type)) continue
    const keyOf = new Map<string, string>()
    for (const argument of args) {
      const { field } = readDirective(argument.astNode?.directives, 'is') ?? {}
      if (typeof field === 'string') keyOf.set(argument.name, field)
    }
    if (keyOf.size === args.length && args.length > 0) lookups.set(name, { type: type.name, keyOf })
  }
  return lookups
}
