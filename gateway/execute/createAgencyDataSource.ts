import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Logger } from '../../platform/Logger.ts'
import type { Dispatch } from '../agency/Dispatch.ts'
import type { EntityCache } from '../cache/EntityCache.ts'
import type { EntityKeys } from '../cache/EntityKeys.ts'
import type { RequestContext } from '../context.ts'
import type { Fetch } from './Fetch.ts'
import type { FetchShape } from './FetchShape.ts'
import { askAgency } from './askAgency.ts'
import type { Given } from './askAgency.ts'
import { askDirectly } from './askDirectly.ts'
import { askThroughCache } from './askThroughCache.ts'
import type { Gathered } from './askThroughCache.ts'
import { compileFetch } from './compileFetch.ts'
import { createErrorReader } from './createErrorReader.ts'
import { createQuestioner } from './createQuestioner.ts'
import { readRepresentations } from './readRepresentations.ts'
import { recordProvenance } from './recordProvenance.ts'
import { writeGaps } from './writeGaps.ts'

export interface AgencyDataSourceOptions {
  /** The subgraph's name in the supergraph. */
  readonly agency: string
  readonly url: string
  readonly dispatch: Dispatch
  /** The supergraph, whole, as a schema. */
  readonly schema: GraphQLSchema
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly logger: Logger
  /** Without it, the agency is asked each time. */
  readonly cached?: { readonly cache: EntityCache; readonly entityKeys: EntityKeys } | undefined
}

/** Texts whose shapes are kept, and the characters they may have together. Plans are kept too, so their texts come again. */
const mostTexts = 1_000
const mostCharacters = 2_000_000

/** Milliseconds for which the cache is not asked for a text after its agency answered it without a policy. */
const uncachedPause = 10_000

type Options = GraphQLDataSourceProcessOptions<RequestContext>
type PlanOptions = Extract<Options, { readonly incomingRequestContext: unknown }>
type Response = Awaited<ReturnType<GraphQLDataSource['process']>>

/** What is known of a text. */
interface KnownText {
  readonly shape: FetchShape
  /** In milliseconds since the epoch. */
  uncachedUntil: number
}

/**
 * One agency as the engine sees it. Whatever the agency does, `process` resolves to data that the plan can go on with:
 * what is missing is null and has an error of the table at its place. What came and what did not is noted as provenance.
 */
export function createAgencyDataSource(options: AgencyDataSourceOptions): GraphQLDataSource<RequestContext> {
  const { agency, schema, clock, cached } = options
  const texts = new LRUCache<string, KnownText>({ max: mostTexts, maxSize: mostCharacters })
  const readerOf = createErrorReader(schema, agency)
  const questionsOf = cached && createQuestioner({ agency, schema, entityKeys: cached.entityKeys })

  function read(text: string): KnownText {
    const known = texts.get(text) ?? { shape: compileFetch(schema, text), uncachedUntil: 0 }
    texts.set(text, known, { size: text.length + 1 })
    return known
  }

  async function gather(fetch: Fetch, known: KnownText, { request, context }: PlanOptions): Promise<Gathered> {
    const { query = '', operationName } = request
    const reader = readerOf(context.correlationId)
    const ask = (part: Fetch): Promise<Given> => askAgency(part, { ...options, context, reader, query, operationName })
    const asked = clock() < known.uncachedUntil ? undefined : questionsOf?.(fetch)
    if (cached === undefined || asked === undefined)
      return askDirectly(fetch, { agency, cache: cached?.cache, context, ask })
    const gathered = await askThroughCache(fetch, { cache: cached.cache, context, reader, asked, ask })
    if (gathered.isUncached) known.uncachedUntil = clock() + uncachedPause
    return gathered
  }

  async function process(given: Options): Promise<Response> {
    // Health checks and introspection belong to gateways that are composed at run time.
    if (!('incomingRequestContext' in given)) throw new Error('Only fetches of a plan are answered.')
    const { request, context } = given
    const known = read(request.query ?? '')
    const { shape } = known
    const variables = request.variables ?? {}
    const representations = shape.entityOf === undefined ? [] : readRepresentations(variables)
    const fetch: Fetch = { shape, variables, representations }
    const { data, gaps, origins } = await gather(fetch, known, given)
    recordProvenance(context.provenance, { agency, fetch, gaps, origins })
    return gaps.length === 0 ? { data } : { data, errors: writeGaps(gaps) }
  }
  return { process }
}
