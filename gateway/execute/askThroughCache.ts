import { isRecord } from '../agency/isRecord.ts'
import type { EntityCache, SharedAnswer } from '../cache/EntityCache.ts'
import type { Fetched, FetchedPart, PartFlaw } from '../cache/FetchedPart.ts'
import type { RequestContext } from '../context.ts'
import type { Fetch } from './Fetch.ts'
import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'
import type { Given } from './askAgency.ts'
import type { ErrorReader } from './createErrorReader.ts'
import type { Asked } from './createQuestioner.ts'
import type { Filled } from './fillGaps.ts'
import { nullData } from './nullData.ts'
import { nullEntity } from './nullEntity.ts'
import type { Origin } from './recordProvenance.ts'

export interface ThroughCache {
  readonly cache: EntityCache
  readonly context: RequestContext
  readonly reader: ErrorReader
  /** The parts of the fetch, entity by entity, or the one that a fetch of root fields is. */
  readonly asked: readonly Asked[]
  readonly ask: (fetch: Fetch) => Promise<Given>
  /** Is told when the agency has no policy for what it answered. */
  readonly noteUncached: () => void
}

/** A fetch answered, and where each of its parts came from. */
export interface Gathered extends Filled {
  readonly origins: readonly Origin[]
}

/** One part of the data, with what is missing from it at places inside it. */
interface Part {
  readonly data: unknown
  readonly flaws: readonly PartFlaw[]
  readonly origin: Origin
}

/**
 * Answers a fetch from what is known of its parts, and asks the agency for the others alone. What is missing is null and has
 * an error of the table at its place, as without a cache.
 */
export async function askThroughCache(fetch: Fetch, options: ThroughCache): Promise<Gathered> {
  const { cache, context, reader, asked, ask, noteUncached } = options
  const own = new Map<number, Part>()
  const placeless: Gap[] = []

  async function fetchParts(positions: readonly number[]): Promise<Fetched> {
    const given = await ask(portionOf(fetch, positions))
    const { askedAt, policy, standing } = given
    if (standing === 'answered' && policy === undefined && given.gaps.length === 0) noteUncached()
    placeless.push(...given.gaps.filter(({ place }) => place === undefined))
    const parts = positions.flatMap((position, index): readonly FetchedPart[] => {
      const part = partOf(given, index, fetch)
      own.set(position, part)
      const { data } = part
      const text = (): string => JSON.stringify(asked[position]?.layout.pack(data) ?? null)
      return [{ text, flaws: part.flaws, isNegative: hasNothing(data, fetch) }]
    })
    return { askedAt, policy, standing, parts }
  }

  const questions = asked.map(({ question }) => question)
  const answers = await cache.answer(questions, context, fetchParts)
  const parts = answers.map((answer, index): Part => {
    if (answer.source === 'OWN') return own.get(index) ?? missing(fetch, index, reader)
    if (answer.source === 'NONE') return missing(fetch, index, reader)
    return shared(answer, asked[index], context)
  })
  return { ...join(parts, placeless, fetch), origins: parts.map(({ origin }) => origin) }
}

/** The fetch of the entities at some positions; root fields have one position. */
function portionOf(fetch: Fetch, positions: readonly number[]): Fetch {
  const { shape, variables, representations } = fetch
  if (shape.entityOf === undefined || positions.length === representations.length) return fetch
  const chosen = representations.filter((_representation, index) => positions.includes(index))
  return { shape, variables: { ...variables, representations: chosen }, representations: chosen }
}

/** Where the parts of a fetch lie in its data. */
function placeOf(index: number, { shape }: Fetch): Place {
  return shape.entityOf === undefined ? [] : ['_entities', index]
}

function partOf({ data, gaps, askedAt }: Given, index: number, fetch: Fetch): Part {
  const at = placeOf(index, fetch)
  const entities = data['_entities']
  const flaws = gaps.flatMap(({ place, ...reason }): readonly PartFlaw[] => {
    if (place === undefined) return [reason]
    return at.every((step, depth) => step === place[depth]) ? [{ ...reason, place: place.slice(at.length) }] : []
  })
  const entity: unknown = Array.isArray(entities) ? entities[index] : null
  return { data: at.length === 0 ? data : entity, flaws, origin: { source: 'LIVE', asOf: askedAt } }
}

function hasNothing(data: unknown, { shape }: Fetch): boolean {
  if (shape.entityOf !== undefined) return data === null
  return typeof data === 'object' && data !== null && Object.values(data).includes(null)
}

function missing(fetch: Fetch, index: number, { unavailable }: ErrorReader): Part {
  const at = placeOf(index, fetch)
  const { data, gaps } = fetch.shape.entityOf === undefined ? nullData(fetch) : nullEntity(fetch, index)
  const flaws = gaps.map((place): PartFlaw => ({ ...unavailable, place: place.slice(at.length) }))
  return { data, flaws, origin: { source: 'LIVE', asOf: null } }
}

/** What another call gave. */
function shared(answer: SharedAnswer, asked: Asked | undefined, context: RequestContext): Part {
  const { data, flaws } = answer
  const own = flaws.length === 0 ? flaws : flaws.map((flaw) => underIdOf(context, flaw))
  return { data: asked?.layout.unpack(data) ?? null, flaws: own, origin: answer }
}

/** Another call's errors are told to this request with the id of this request. */
function underIdOf({ correlationId }: RequestContext, flaw: PartFlaw): PartFlaw {
  const { details } = flaw
  return { ...flaw, details: details.correlationId === undefined ? details : { ...details, correlationId } }
}

function join(parts: readonly Part[], placeless: readonly Gap[], fetch: Fetch): Filled {
  const gaps: Gap[] = [...placeless]
  for (const [index, { flaws }] of parts.entries()) {
    for (const flaw of flaws) {
      if (flaw.place !== undefined) gaps.push({ ...flaw, place: [...placeOf(index, fetch), ...flaw.place] })
      else if (!gaps.some((gap) => isSame(gap, flaw))) gaps.push(flaw)
    }
  }
  if (fetch.shape.entityOf !== undefined) return { data: { _entities: parts.map(({ data }) => data) }, gaps }
  const [root] = parts
  return { data: isRecord(root?.data) ? root.data : {}, gaps }
}

function isSame(one: Gap, other: PartFlaw): boolean {
  return one.place === undefined && one.code === other.code && one.details.argument === other.details.argument
}
