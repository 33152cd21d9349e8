import type { GraphQLSchema } from 'graphql'
import type { FetchPlan, Requirement } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'

/** Entities of a type that stand at a path. */
export interface Standing {
  readonly schema: GraphQLSchema
  readonly typeName: string
  readonly path: readonly string[]
}

/**
 * A fetch of a plan that begins at an entity, for where such entities stand. Others may stand there as well, of which the agency would
 * be asked by what an interface has of both: they are no part of the plan.
 */
export function standAt(fetch: FetchPlan, { schema, typeName, path }: Standing): FetchPlan {
  const [, ...inside] = fetch.path
  const narrow = (one: Requirement): Requirement =>
    one.kind === 'fragment' && typeNamesOf(schema, one.on).has(typeName) ? { ...one, on: typeName } : one
  const requires = inside.length > 0 || fetch.requires === null ? fetch.requires : fetch.requires.map(narrow)
  return { ...fetch, path: [...path, ...inside], requires }
}
