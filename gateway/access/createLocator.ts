import { parse, print, validate } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { RequestContext } from '../context.ts'
import { createProvenanceRecorder } from '../disclose/createProvenanceRecorder.ts'
import { operationOf } from '../document/operationOf.ts'
import type { Engine } from '../plan/Engine.ts'
import type { RecordLookup } from './RecordTypes.ts'

/** Where a record belongs, as far as the agencies said: nowhere, where there is none. */
export interface Location {
  readonly area: readonly string[]
  readonly office: readonly string[]
  /** Whether an agency did not say. */
  readonly hasGaps: boolean
  /** Which one it was, the first by name, where it did not answer at all. */
  readonly silent?: string | undefined
}

/** Asks the agencies where a record belongs, whatever is kept of them. */
export type Locator = (key: string, context: RequestContext) => Promise<Location>

export interface LocatorOptions {
  readonly field: string
  readonly lookup: RecordLookup
  readonly engine: Pick<Engine, 'schema' | 'execute'>
}

/**
 * Makes the locator behind a root field. What it asks is an operation like any other. Throws an EnvironmentError where the
 * supergraph has no such fields.
 */
export function createLocator({ field, lookup, engine }: LocatorOptions): Locator {
  const operation = operationOf(parse(lookupText(field, lookup, engine.schema)))
  if (validate(engine.schema, operation.document).length > 0)
    throw new EnvironmentError(
      `SUPERGRAPH_PATH names a supergraph whose @record of ${lookup.type} names unknown fields.`,
    )

  return async function locate(key, context) {
    const provenance = createProvenanceRecorder()
    const own: RequestContext = { ...context, provenance, noteCache: undefined, live: true }
    const { data, errors } = await engine.execute(operation, { key }, own)
    // What an engine gives may hold values as texts, which say nothing until they are read.
    const record: unknown = JSON.parse(JSON.stringify(data?.['record'] ?? null))
    const silent = provenance.summary().find(({ source }) => source === 'UNAVAILABLE')
    return {
      area: textsIn(record, 'area'),
      office: textsIn(record, 'office'),
      // Nothing can be missing of a person who is not found: that an agency was silent shows in the provenance alone.
      hasGaps: errors.length > 0 || silent !== undefined,
      silent: silent?.agency,
    }
  }
}

function lookupText(field: string, { argument, area, office }: RecordLookup, schema: GraphQLSchema): string {
  const { args = [] } = schema.getQueryType()?.getFields()[field] ?? {}
  const type = args.find(({ name }) => name === argument)?.type
  const selections = [...aliased(area, 'area'), ...aliased(office, 'office')]
  return `query Locate($key: ${String(type)}) { record: ${field}(${argument}: $key) { __typename ${selections.join(' ')} } }`
}

function aliased(sets: readonly SelectionSetNode[], prefix: string): readonly string[] {
  return sets
    .flatMap(({ selections }) => selections)
    .map((selection, index) => `${prefix}${index}: ${print(selection)}`)
}

/** All texts below the keys that begin so. */
function textsIn(record: unknown, prefix: string): readonly string[] {
  if (typeof record !== 'object' || record === null) return []
  return Object.entries(record).flatMap(([key, value]) => (key.startsWith(prefix) ? leavesOf(value) : []))
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
