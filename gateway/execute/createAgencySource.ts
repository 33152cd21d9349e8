import { isAbstractType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from '../../platform/Logger.ts'
import { isRecord } from '../agency/isRecord.ts'
import type { LookupText } from '../agency/AgencyCall.ts'
import type { Dispatch } from '../agency/Dispatch.ts'
import type { EntityCache } from '../cache/EntityCache.ts'
import type { EntityKeys } from '../cache/EntityKeys.ts'
import type { RequestContext } from '../context.ts'
import type { Fetch } from './Fetch.ts'
import type { FetchShape } from './FetchShape.ts'
import type { Representation } from './Representation.ts'
import type { Variables } from './Variables.ts'
import { askAgency } from './askAgency.ts'
import type { Given } from './askAgency.ts'
import { askDirectly } from './askDirectly.ts'
import { askThroughCache } from './askThroughCache.ts'
import type { Gathered } from './askThroughCache.ts'
import { compileFetch } from './compileFetch.ts'
import { createErrorReader } from './createErrorReader.ts'
import type { Identifier } from './createIdentifier.ts'
import { createQuestioner } from './createQuestioner.ts'
import type { Filled } from './fillGaps.ts'
import { recordProvenance } from './recordProvenance.ts'

export interface AgencySourceOptions {
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
  readonly cached?: Cached | undefined
}

/** The cache of a supergraph, and how its entities are named there. */
export interface Cached {
  readonly cache: EntityCache
  readonly entityKeys: EntityKeys
  readonly identify: Identifier
}

/** The text of a fetch: one operation, without a name. */
export interface FetchText {
  readonly query: string
  /** What is known of it, where it was read before. */
  readonly shape?: FetchShape
  /** For a lookup by one root field, see `AgencyCall`. */
  readonly lookup?: LookupText | undefined
}

/** What differs from one time to the next at which the same text is sent. */
export interface Asking {
  readonly variables: Variables
  /** The entities asked for; none for root fields. */
  readonly representations: readonly Representation[]
  readonly context: RequestContext
}

/**
 * Answers a fetch with data that the plan can go on with, whatever the agency does: what is missing is null and is told as a
 * gap at its place in that data. What came and what did not is noted as provenance.
 */
export type AskSource = (asking: Asking) => Promise<Filled>

/** One agency as an engine sees it. */
export interface AgencySource {
  /** Reads the text of a fetch, once for all its times. */
  readonly open: (text: FetchText) => AskSource
}

/** Milliseconds for which the cache is not asked for a text after its agency answered it without a policy. */
const uncachedPause = 10_000

/** Makes the source of an agency: its answers, from itself or from the cache. */
export function createAgencySource(options: AgencySourceOptions): AgencySource {
  const { agency, schema, clock, cached } = options
  const readerOf = createErrorReader(schema, agency)
  const questionsOf = cached && createQuestioner({ agency, schema, ...cached })

  function open(text: FetchText): AskSource {
    const shape = text.shape ?? compileFetch(schema, text.query)
    let uncachedUntil = 0

    function noteUncached(): void {
      uncachedUntil = clock() + uncachedPause
    }

    function gather(fetch: Fetch, context: RequestContext): Promise<Gathered> {
      const reader = readerOf(context.correlationId)
      const ask = (part: Fetch): Promise<Given> => askAgency(part, { ...options, ...text, context, reader })
      const isKept = context.live !== true && clock() >= uncachedUntil
      const asked = isKept ? questionsOf?.(fetch) : undefined
      if (cached === undefined || asked === undefined)
        return askDirectly(fetch, { agency, cache: cached?.cache, context, ask })
      return askThroughCache(fetch, { cache: cached.cache, context, reader, asked, ask, noteUncached })
    }

    return async function askSource({ variables, representations, context }) {
      const isOfEntities = shape.entityOf !== undefined
      const all = isOfEntities ? { ...variables, representations } : variables
      const fetch: Fetch = { shape, variables: all, representations: isOfEntities ? representations : [] }
      const { data, gaps, origins } = await gather(fetch, context)
      recordProvenance(context.provenance, { agency, fetch, gaps, origins })
      leaveTypesOpen(data['_entities'], fetch.representations)
      return { data, gaps }
    }
  }

  /**
   * An interface object has no type of its own at this agency, which calls it by the name of the interface. The object that it
   * stands for may have one, and keeps it.
   */
  function leaveTypesOpen(entities: unknown, representations: readonly Representation[]): void {
    if (!Array.isArray(entities)) return
    for (const [index, { __typename: name }] of representations.entries()) {
      const entity: unknown = entities[index]
      if (isRecord(entity) && entity['__typename'] === name && isAbstractType(schema.getType(name)))
        delete entity['__typename']
    }
  }
  return { open }
}
