import { isAbstractType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Logger } from '../../platform/Logger.ts'
import { isRecord } from '../agency/isRecord.ts'
import type { Dispatch } from '../agency/Dispatch.ts'
import type { EntityCache } from '../cache/EntityCache.ts'
import type { EntityKeys } from '../cache/EntityKeys.ts'
import type { Asking, Part } from '../fetch/Asking.ts'
import { joinAskings } from '../fetch/joinAskings.ts'
import type { JointAsking } from '../fetch/joinAskings.ts'
import type { Answered, AnsweredPart } from './Answered.ts'
import type { Fetch } from './Fetch.ts'
import type { FetchShape } from './FetchShape.ts'
import type { LookupText } from './LookupText.ts'
import { askAgency } from './askAgency.ts'
import type { Given } from './askAgency.ts'
import { askDirectly } from './askDirectly.ts'
import { askThroughCache } from './askThroughCache.ts'
import type { Gathered } from './askThroughCache.ts'
import { compileFetch } from './compileFetch.ts'
import { createErrorReader } from './createErrorReader.ts'
import type { Identifier } from './createIdentifier.ts'
import { createQuestioner } from './createQuestioner.ts'
import { missPart } from './missPart.ts'
import { recordOrigins } from './recordOrigins.ts'
import { wordEntities } from './wordEntities.ts'
import { wordLookups } from './wordLookups.ts'
import { wordRoot } from './wordRoot.ts'

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
  /** For lookups by one root field: how they travel together. Each is a part then, and the variables of its key. */
  readonly lookup?: LookupText | undefined
}

/**
 * Answers what is asked by a text with data that the plan can go on with, whatever the agency does: what is missing is null and is
 * told as a gap at its place in that data. What came and what did not is noted as provenance.
 */
export type AskSource = (asking: Asking) => Promise<Answered>

/** One agency as an engine sees it. */
export interface AgencySource {
  /** Reads the text of a fetch, once for all its times. */
  readonly open: (text: FetchText) => AskSource
}

/** Milliseconds for which the cache is not asked for a text after its agency answered it without a policy. */
const uncachedPause = 10_000

/** Parts that questions of different requests are joined up to. */
const mostParts = 100

/** Texts that plans share, and the characters they may have together. */
const mostTexts = 1_000
const mostCharacters = 2_000_000

/** Makes the source of an agency: its answers, from itself or from the cache, to one request or several at once. */
export function createAgencySource(options: AgencySourceOptions): AgencySource {
  const { agency, schema, clock, cached } = options
  const reader = createErrorReader(schema, agency)
  const questionsOf = cached && createQuestioner({ agency, schema, ...cached })
  // Plans that say the same to an agency say it together.
  const opened = new LRUCache<string, AskSource>({ max: mostTexts, maxSize: mostCharacters })

  function open(text: FetchText): AskSource {
    const { query, lookup } = text
    const shape = text.shape ?? compileFetch(schema, query)
    const wording = shape.isOfEntities ? wordEntities(query) : lookup ? wordLookups(query, lookup) : wordRoot(query)
    let uncachedUntil = 0

    function noteUncached(): void {
      uncachedUntil = clock() + uncachedPause
    }

    function gather({ variables, parts, party }: JointAsking): Promise<Gathered> {
      const fetch: Fetch = { shape, variables, parts }
      const ask = (portion: Fetch): Promise<Given> => askAgency(portion, party, { ...options, reader, wording })
      const isKept = party.requests[0].live !== true && clock() >= uncachedUntil
      const asked = isKept ? questionsOf?.(fetch) : undefined
      if (cached === undefined || asked === undefined) return askDirectly(fetch, { agency, cache: cached?.cache, ask })
      return askThroughCache(fetch, { cache: cached.cache, party, reader, asked, ask, noteUncached })
    }

    function nothingFor(parts: readonly Part[]): Gathered {
      const missing = { reasons: [reader.unavailable], origin: { source: 'LIVE', asOf: null, why: 'unknown' } } as const
      const fetch: Fetch = { shape, variables: {}, parts }
      return { parts: parts.map((_part, index) => missPart(fetch, index, missing)), placeless: [], isSpoilt: false }
    }

    const isJoined = shape.kind === 'query' && (shape.isOfEntities || lookup !== undefined)
    const answer = isJoined
      ? joinAskings({ mostParts, answer: gather, portionOf, isSpoilt: ({ isSpoilt }) => isSpoilt, nothingFor })
      : ({ context, ...asking }: Asking) => {
          return gather({ ...asking, party: { requests: [context], deadline: context.deadline } })
        }

    return async function askSource(asking) {
      const { parts, placeless } = await answer(asking)
      recordOrigins(asking.context, { agency, shape, asked: asking.parts, parts })
      if (shape.isOfEntities) leaveTypesOpen(asking.parts, parts)
      return { parts, placeless }
    }
  }

  /**
   * An interface object has no type of its own at this agency, which calls it by the name of the interface. The object that it
   * stands for may have one, and keeps it.
   */
  function leaveTypesOpen(asked: readonly Part[], parts: readonly AnsweredPart[]): void {
    for (const [index, { __typename: name }] of asked.entries()) {
      const entity = parts[index]?.data
      if (isRecord(entity) && entity['__typename'] === name && isAbstractType(schema.getType(String(name))))
        delete entity['__typename']
    }
  }

  return {
    open(text) {
      const name = `${text.lookup?.key.join(' ') ?? ''}: ${text.query}`
      const source = opened.get(name) ?? open(text)
      opened.set(name, source, { size: name.length })
      return source
    },
  }
}

function portionOf({ parts, ...rest }: Gathered, from: number, to: number): Gathered {
  return { ...rest, parts: parts.slice(from, to) }
}
