import type { GraphQLSchema } from 'graphql'
import type { Logger } from '../../../platform/Logger.ts'
import type { Dispatch } from '../../agency/Dispatch.ts'
import type { EntityCache } from '../../cache/EntityCache.ts'
import type { Asking, Part } from '../../fetch/Asking.ts'
import { joinAskings } from '../../fetch/joinAskings.ts'
import type { JointAsking } from '../../fetch/joinAskings.ts'
import type { Questioner } from '../question/createQuestioner.ts'
import { createUnpacker } from '../question/createUnpacker.ts'
import type { Unpacker } from '../question/createUnpacker.ts'
import type { FetchShape } from '../shape/FetchShape.ts'
import { shapeOfFetch } from '../shape/shapeOfFetch.ts'
import type { OpaqueFields } from '../text/Opaque.ts'
import { createPartReader } from '../text/createPartReader.ts'
import type { Answered } from './Answered.ts'
import type { Fetch } from './Fetch.ts'
import type { LookupText } from './LookupText.ts'
import type { Wording } from './Wording.ts'
import { askAgency } from './askAgency.ts'
import type { Given } from './askAgency.ts'
import { askDirectly } from './askDirectly.ts'
import { askThroughCache } from './askThroughCache.ts'
import type { Gathered } from './askThroughCache.ts'
import type { ErrorReader } from './createErrorReader.ts'
import { leaveTypesOpen } from './leaveTypesOpen.ts'
import { missPart } from './missPart.ts'
import { recordOrigins } from './recordOrigins.ts'
import { wordEntities } from './wordEntities.ts'
import { wordLookups } from './wordLookups.ts'
import { wordRoot } from './wordRoot.ts'

/** The text of a fetch: one operation, without a name. */
export interface FetchText {
  readonly query: string
  /** What is known of it, where it was read before. */
  readonly shape?: FetchShape
  /** For lookups by one root field: how they travel together. Each is a part then, and the variables of its key. */
  readonly lookup?: LookupText | undefined
  /** What of its answers nobody looks into, and may be given as texts. */
  readonly opaque?: OpaqueFields
}

/**
 * Answers what is asked by a text with data that the plan can go on with, whatever the agency does: what is missing is null and is
 * told as a gap at its place in that data. What came and what did not is noted as provenance.
 */
export type AskSource = (asking: Asking) => Promise<Answered>

export interface AskSourceOptions {
  /** The subgraph's name in the supergraph. */
  readonly agency: string
  readonly url: string
  readonly dispatch: Dispatch
  readonly supergraph: GraphQLSchema
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. Only tests need another than the process's. */
  readonly now?: (() => number) | undefined
  readonly logger: Logger
  readonly reader: ErrorReader
  /** Undefined where the agency is asked each time. */
  readonly kept: Kept | undefined
}

/** What is kept of an agency's answers. */
export interface Kept {
  readonly cache: EntityCache
  readonly questionsOf: Questioner
}

/** Milliseconds for which the cache is not asked for a text after its agency answered it without a policy. */
const uncachedPause = 10_000

/** Parts that questions of different requests are joined up to. */
const mostParts = 100

/** Makes the source of the answers to one text. */
export function createAskSource(text: FetchText, options: AskSourceOptions): AskSource {
  const { agency, supergraph, now = () => performance.now(), reader, kept } = options
  const shape = text.shape ?? shapeOfFetch(supergraph, text.query)
  const wording = wordingOf(text, shape)
  const askOptions = { ...options, wording, readPart: createPartReader(shape, text.opaque) }
  const unpack = unpackerOf(text, shape)
  let uncachedUntil = -Infinity

  function noteUncached(): void {
    uncachedUntil = now() + uncachedPause
  }

  async function gather({ variables, parts, party }: JointAsking): Promise<Gathered> {
    const fetch: Fetch = { shape, variables, parts }
    const isCacheable = party.requests[0].live !== true && now() >= uncachedUntil
    const asked = isCacheable ? kept?.questionsOf(fetch) : undefined
    const ask = (portion: Fetch): Promise<Given> => askAgency(portion, party, askOptions)
    if (kept === undefined || asked === undefined) return askDirectly(fetch, { agency, cache: kept?.cache, ask })
    return askThroughCache(fetch, { cache: kept.cache, party, reader, asked, unpack, ask, noteUncached })
  }

  function nothingFor(parts: readonly Part[]): Gathered {
    const missing = { reasons: [reader.unavailable], origin: { source: 'LIVE', asOf: null, why: 'unknown' } } as const
    const fetch: Fetch = { shape, variables: {}, parts }
    return { parts: parts.map((_part, index) => missPart(fetch, index, missing)), placeless: [], isSpoilt: false }
  }

  const isJoined = shape.kind === 'query' && (shape.isOfEntities || text.lookup !== undefined)
  const answer = isJoined
    ? joinAskings({ mostParts, answer: gather, portionOf, isSpoilt: ({ isSpoilt }) => isSpoilt, nothingFor })
    : ({ context, ...asking }: Asking) => {
        return gather({ ...asking, party: { requests: [context], deadline: context.deadline, isJoint: false } })
      }

  return async function askSource(asking) {
    const { parts, placeless } = await answer(asking)
    recordOrigins(asking.context, { agency, shape, asked: asking.parts, parts })
    if (shape.isOfEntities) leaveTypesOpen(asking.parts, parts, supergraph)
    return { parts, placeless }
  }
}

function wordingOf({ query, lookup }: FetchText, { isOfEntities }: FetchShape): Wording {
  if (isOfEntities) return wordEntities(query)
  return lookup === undefined ? wordRoot(query) : wordLookups(query, lookup)
}

/** Other root fields are no entities, and what a plan goes through below them is added to. */
function unpackerOf({ lookup, opaque }: FetchText, { isOfEntities }: FetchShape): Unpacker {
  const isOfOne = isOfEntities || lookup !== undefined
  if (isOfOne && opaque !== undefined && opaque.size > 0) return createUnpacker({ opaque, at: lookup?.at })
  return (packed, layout) => layout.unpack(packed)
}

function portionOf({ parts, ...rest }: Gathered, from: number, to: number): Gathered {
  return { ...rest, parts: parts.slice(from, to) }
}
