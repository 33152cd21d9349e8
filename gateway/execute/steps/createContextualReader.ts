import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Place } from '../../disclose/Place.ts'
import type { ContextualArgument } from '../PlanNode.ts'
import type { Variables } from '../Variables.ts'
import { typeNamesOf } from '../shape/typeNamesOf.ts'
import { valueAt } from '../valueAt.ts'

/** Reads the contextual arguments of the object at a place. Composition lets every agency be asked without any of them. */
export type ContextualReader = (data: unknown, at: Place) => Variables

/** Finds a value below another; undefined where there is none, or something of another type in between. */
type Finder = (value: unknown) => unknown

const ofType = '... on '
const none: Variables = Object.freeze({})

/** Makes the reader of a fetch. What a value is looked for in stands above the object, and is told from others by its type. */
export function createContextualReader(
  contextual: readonly ContextualArgument[],
  supergraph: GraphQLSchema,
): ContextualReader {
  if (contextual.length === 0) return () => none
  const ways = contextual.map((one) => ({ ...one, find: createFinder(one.path, supergraph) }))

  return function readContextual(data, at) {
    const values: Record<string, unknown> = {}
    for (const { variable, up, find } of ways) {
      const value = find(valueAt(data, climb(at, up)))
      if (value !== undefined) values[variable] = value
    }
    return values
  }
}

/** The place so many response keys above: items of a list are where their list is. */
function climb(at: Place, up: number): Place {
  let end = at.length
  for (let left = up; left > 0 && end > 0; end -= 1) if (typeof at[end - 1] === 'string') left -= 1
  return at.slice(0, end)
}

function createFinder([step, ...rest]: readonly string[], supergraph: GraphQLSchema): Finder {
  if (step === undefined) return (value) => value
  const find = createFinder(rest, supergraph)
  if (!step.startsWith(ofType)) return (value) => eachOf(value, (object) => find(object[step]))
  const names = typeNamesOf(supergraph, step.slice(ofType.length))
  return (value) => eachOf(value, (object) => (names.has(String(object['__typename'])) ? find(object) : undefined))
}

/** What is found in an object, or in each of a list of them; a null is a value. */
function eachOf(value: unknown, find: (object: Readonly<Record<string, unknown>>) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => eachOf(item, find))
  return isRecord(value) ? find(value) : value
}
