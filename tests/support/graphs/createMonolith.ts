import { defaultFieldResolver, execute, parse } from 'graphql'
import type { ExecutionResult, GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import type { WrittenOperation } from './WrittenOperation.ts'
import type { TestedGraph } from './TestedGraph.ts'
import type { Given, Thing, World } from './World.ts'
import { createOwnership } from './createOwnership.ts'
import { createGatherer } from './createGatherer.ts'

export interface MonolithOptions {
  readonly graph: TestedGraph
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  /** All of its types, also those that clients do not see. */
  readonly supergraph: GraphQLSchema
}

/** Answers an operation as one server would that has all the data; without what only silent subgraphs know. */
export type Monolith = (
  operation: WrittenOperation,
  world: World,
  silent?: ReadonlySet<string>,
) => Promise<ExecutionResult>

/** The truth of a graph, executed by graphql-js alone: what every engine has to answer. */
export function createMonolith({ graph, schema, supergraph }: MonolithOptions): Monolith {
  const ownership = createOwnership(graph)

  return async function ask({ query, operationName, variables }, world, silent = new Set()) {
    const gather = createGatherer({ supergraph, ownership, world, silent })

    const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, given: Given, context, info) => {
      const type = info.parentType.name
      const { fieldName } = info
      const owners = ownership.ownersOf(type, fieldName)
      if (owners.length > 0 && owners.every((owner) => silent.has(owner))) {
        const seed = ownership.seedOf(type, fieldName, given)
        if (seed === undefined) throw new Error(`${type}.${fieldName} is not known by anybody who answers.`)
        return world.find[seed.type]?.(seed.key) ?? { __typename: seed.type, ...seed.key }
      }
      const required = ownership.requiredBy(type, fieldName)
      if (required === undefined) return defaultFieldResolver(source, given, context, info)
      const rule = world.rules?.[`${required.type}.${fieldName}`]
      if (rule === undefined) throw new Error(`There is no rule for ${required.type}.${fieldName}.`)
      return rule(gather(source as Thing, type, required.fields), given)
    }
    const document = parse(query)
    const isMutation = document.definitions.some(
      (one) =>
        one.kind === 'OperationDefinition' &&
        one.operation === 'mutation' &&
        (operationName === undefined || one.name?.value === operationName),
    )
    const rootValue = isMutation ? world.Mutation : world.Query
    return await execute({ schema, document, operationName, rootValue, fieldResolver, variableValues: variables })
  }
}
