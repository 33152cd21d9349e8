import { parse, print, validate } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { RequestContext } from '../context.ts'
import { createProvenanceRecorder } from '../disclose/createProvenanceRecorder.ts'
import type { Engine } from '../plan/Engine.ts'
import { operationOf } from '../plan/operationOf.ts'
import type { RecordLookup } from './RecordTypes.ts'

/** Where a record belongs, as far as the agencies said: nowhere, where there is none. */
export interface Location {
  readonly area: readonly string[]
  readonly office: readonly string[]
  /** What it is known from. */
  readonly from: 'agencies' | 'cache' | 'some agencies'
}

/** Asks where a record belongs; with `live`, the agencies even for what is kept of them. */
export type Locator = (key: string, context: RequestContext, live?: boolean) => Promise<Location>

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
  const operation = operationOf(parse(textOf(field, lookup, engine.schema)))
  if (validate(engine.schema, operation.document).length > 0)
    throw new EnvironmentError(
      `SUPERGRAPH_PATH names a supergraph whose @record of ${lookup.type} names unknown fields.`,
    )

  return async function locate(key, context, live = false) {
    const provenance = createProvenanceRecorder()
    const own: RequestContext = { ...context, provenance, noteCache: undefined, live }
    const { data, errors } = await engine.execute(operation, { key }, own)
    const sources = provenance.summary().map(({ source }) => source)
    return {
      area: textsIn(data, 'area'),
      office: textsIn(data, 'office'),
      from: errors.length > 0 || sources.includes('UNAVAILABLE') ? 'some agencies' : originOf(sources),
    }
  }
}

function originOf(sources: readonly string[]): Location['from'] {
  return sources.every((source) => source === 'LIVE') ? 'agencies' : 'cache'
}

function textOf(field: string, { argument, area, office }: RecordLookup, schema: GraphQLSchema): string {
  const { args = [] } = schema.getQueryType()?.getFields()[field] ?? {}
  const type = args.find(({ name }) => name === argument)?.type
  const selections = [...aliased(area, 'area'), ...aliased(office, 'office')]
  return `query Locate($key: ${String(type)}) { record: ${field}(${argument}: $key) { __typename ${selections.join(' ')} } }`
}

function aliased(sets: readonly SelectionSetNode[], prefix: string): readonly string[] {
  return sets.map(({ selections }, index) => `${prefix}${index}: ${selections.map(print).join(' ')}`)
}

/** All texts below the keys that begin so. */
function textsIn(data: Readonly<Record<string, unknown>> | null, prefix: string): readonly string[] {
  const { record } = data ?? {}
  if (typeof record !== 'object' || record === null) return []
  return Object.entries(record).flatMap(([key, value]) => (key.startsWith(prefix) ? leavesOf(value) : []))
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
