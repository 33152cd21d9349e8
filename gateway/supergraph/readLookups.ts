import { isObjectType } from 'graphql'
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql'
import { readArgument } from './readArgument.ts'

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
    if (markOf(astNode?.directives, 'lookup') === undefined || !isObjectType(type)) continue
    const keys = args.map((argument) => [argument.name, markOf(argument.astNode?.directives, 'is')?.field] as const)
    const keyOf = new Map(
      keys.flatMap(([argument, field]) => (field === undefined ? [] : [[argument, field] as const])),
    )
    if (keyOf.size === args.length && args.length > 0) lookups.set(name, { type: type.name, keyOf })
  }
  return lookups
}

/** The `field` of a directive that is there. */
function markOf(
  directives: readonly ConstDirectiveNode[] = [],
  name: string,
): { readonly field: string | undefined } | undefined {
  const directive = directives.find((one) => one.name.value === name)
  if (directive === undefined) return undefined
  const field = readArgument(directive, 'field')
  return { field: typeof field === 'string' ? field : undefined }
}
