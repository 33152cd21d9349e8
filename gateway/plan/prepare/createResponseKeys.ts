import type { FieldNode, GraphQLSchema } from 'graphql'
import { readFieldNames } from './readFieldNames.ts'

/** The response keys under which the engine asks for what a client selects. */
export interface ResponseKeys {
  /** What the keys begin with that are not the client's. */
  readonly prefix: string
  /** Nothing else is ever needed of a root type: `ofRoot` fields keep the names that cannot be confused. */
  readonly keyOf: (field: FieldNode, ofRoot: boolean) => string
}

/**
 * Makes the keys of a supergraph. What a client selects and what agencies need of each other (keys, `@requires`) is merged by
 * response key, so what stands under the name of a field has to be that field, without arguments: an alias that is the name
 * of any field of the supergraph, or a field with arguments under its own name, is asked for under a key that no field has.
 */
export function createResponseKeys(supergraph: GraphQLSchema): ResponseKeys {
  const { names, ownPrefix: prefix } = readFieldNames(supergraph)

  function isNobodys(alias: string): boolean {
    return !alias.startsWith(prefix) && !plannersOwn.test(alias) && !reserved.has(alias)
  }
  return {
    prefix,
    keyOf({ name, alias, arguments: given = [] }, ofRoot) {
      const key = alias?.value ?? name.value
      if (key === name.value) return given.length === 0 || ofRoot ? key : prefix + key
      return isNobodys(key) && (ofRoot || !names.has(key)) ? key : prefix + key
    },
  }
}

/** What says an object's type, and what an object in memory has beside its own keys. */
const reserved = new Set(['__typename', '__proto__'])

/** The planner gives such an alias to fields of one name and different types, without looking for one of a client. */
const plannersOwn = /__alias_\d+$/
