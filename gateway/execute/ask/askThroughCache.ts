import type { CacheAnswer, EntityCache } from '../../cache/EntityCache.ts'
import type { Fetched, FetchedPart } from '../../cache/FetchedPart.ts'
import type { Gap, Reason } from '../../disclose/Gap.ts'
import type { Party } from '../../fetch/Party.ts'
import type { AskedPart } from '../question/createQuestioner.ts'
import type { Layout } from '../question/Layout.ts'
import type { Unpacker } from '../question/createUnpacker.ts'
import type { Answered, AnsweredPart, Origin } from './Answered.ts'
import type { Fetch } from './Fetch.ts'
import type { Given } from './askAgency.ts'
import type { ErrorReader } from './createErrorReader.ts'
import { missPart } from './missPart.ts'

export interface ThroughCache {
  readonly cache: EntityCache
  readonly party: Party
  readonly reader: ErrorReader
  /** The parts of the fetch, as the cache is asked for them. */
  readonly asked: readonly AskedPart[]
  readonly unpack: Unpacker
  readonly ask: (fetch: Fetch) => Promise<Given>
  /** Is told when the agency has no policy for what it answered. */
  readonly noteUncached: () => void
}

/** A fetch answered. */
export type Gathered = Answered & Pick<Given, 'isSpoilt'>

/**
 * Answers a fetch from what is known of its parts, and asks the agency for the others alone. What is missing is null and has
 * an error of the table at its place, as without a cache.
 */
export async function askThroughCache(fetch: Fetch, options: ThroughCache): Promise<Gathered> {
  const { cache, party, asked, ask, noteUncached } = options
  const { requests, deadline, isJoint } = party
  const own: (OwnPart | undefined)[] = []
  let isSpoilt = false

  async function fetchParts(positions: readonly number[]): Promise<Fetched> {
    if (isSpoilt && isJoint) return nothing
    const given = await ask(portionOf(fetch, positions))
    const { askedAt, policy } = given
    isSpoilt ||= given.isSpoilt
    // Whoever waits for a part of this call cannot tell whether it is that part which the error is about, and asks for it alone.
    const isOfSeveral = isJoint || positions.length > 1
    const standing = given.isSpoilt && isOfSeveral ? 'spoilt' : given.standing
    if (standing === 'answered' && policy === undefined && isWhole(given)) noteUncached()
    const layoutAt = (index: number): Layout | undefined => asked[positions[index] ?? -1]?.layout
    const parts = given.parts.map(({ data, gaps }, index): FetchedPart => {
      // Others are told of them who may have asked for the same under other keys.
      const packed = gaps.length === 0 ? gaps : packGaps(gaps, layoutAt(index))
      const all = given.placeless.length === 0 ? packed : [...packed, ...given.placeless]
      return { gaps: all, isNegative: hasNothing(data, fetch) }
    })
    const textOf = (index: number): string => JSON.stringify(layoutAt(index)?.pack(given.parts[index]?.data) ?? null)
    for (const [index, position] of positions.entries()) {
      const part = given.parts[index]
      own[position] = part && { part, placeless: given.placeless }
    }
    return { askedAt, policy, standing, parts, textOf }
  }

  const request = { asker: requests[0].asker, deadline, waiting: requests.map((one) => one.deadline) }
  const questions = asked.map(({ question }) => question)
  const answers = await cache.answer(questions, request, fetchParts)
  const placeless: Reason[] = []
  const joining = { fetch, own, placeless, options, withReason: createLabel() }
  const parts = answers.map((answer, index) => partFrom(answer, index, joining))
  return { parts, placeless, isSpoilt }
}

/** Of a party that asks again one by one. */
const nothing: Fetched = { askedAt: 0, policy: undefined, standing: 'abandoned', parts: [], textOf: () => 'null' }

/** The fetch of the parts at some positions. */
function portionOf(fetch: Fetch, positions: readonly number[]): Fetch {
  if (positions.length === fetch.parts.length) return fetch
  const parts = positions.map((position) => fetch.parts[position] ?? {})
  return { ...fetch, parts }
}

function isWhole({ parts, placeless }: Given): boolean {
  return placeless.length === 0 && parts.every(({ gaps }) => gaps.length === 0)
}

function hasNothing(data: unknown, { shape }: Fetch): boolean {
  if (shape.isOfEntities) return data === null
  return typeof data === 'object' && data !== null && Object.values(data).includes(null)
}

/** A part of what a call of this fetch gave, and what is said of that call without a place. */
interface OwnPart {
  readonly part: AnsweredPart
  readonly placeless: readonly Reason[]
}

interface Joining {
  readonly fetch: Fetch
  /** What the calls of this fetch gave, by position. */
  readonly own: readonly (OwnPart | undefined)[]
  /** What is told without a place, each once. */
  readonly placeless: Reason[]
  readonly options: ThroughCache
  readonly withReason: Label
}

function partFrom(answer: CacheAnswer, index: number, joining: Joining): AnsweredPart {
  const { fetch, own, placeless, options, withReason } = joining
  const { why } = answer
  if (answer.source !== 'NONE' && answer.source !== 'OWN') return partOf(answer, index, joining)
  const given = answer.source === 'OWN' ? own[index] : undefined
  if (given !== undefined) {
    const { data, gaps, origin } = given.part
    tell(given.placeless, placeless)
    return { data, gaps, origin: withReason(origin, why) }
  }
  const origin = { source: 'LIVE', asOf: null, why } as const
  return missPart(fetch, index, { reasons: [options.reader.unavailable], origin })
}

/** Says of an origin why the agency was asked. */
type Label = (origin: Origin, why: Origin['why']) => Origin

/** Makes one object for all parts in a row that came for the same reason: mostly they all did. */
function createLabel(): Label {
  let last: { readonly from: Origin; readonly labelled: Origin } | undefined
  return function label(from, why) {
    if (last?.from !== from || last.labelled.why !== why) last = { from, labelled: { ...from, why } }
    return last.labelled
  }
}

type SharedPart = Extract<CacheAnswer, { readonly source: 'LIVE' | 'CACHE' | 'STALE' }>

/** What another call gave. */
function partOf(answer: SharedPart, index: number, { fetch, placeless, options }: Joining): AnsweredPart {
  const { asked, unpack } = options
  const { data, gaps } = answer
  const part = fetch.parts[index]
  const layout = asked[index]?.layout
  if (part === undefined || layout === undefined) return { data: null, gaps: [], origin: answer }
  if (gaps.length === 0) return { data: unpack(data, layout, fetch.shape.shapeOf(part)), gaps, origin: answer }
  tell(
    gaps.filter(({ place }) => place === undefined),
    placeless,
  )
  // Without texts: an error stands at the null that it is about, and nobody would find that inside of one.
  return { data: layout.unpack(data), gaps: unpackGaps(gaps, layout), origin: answer }
}

function packGaps(gaps: readonly Gap[], layout: Layout | undefined): readonly Gap[] {
  return gaps.map((gap) => (gap.place === undefined ? gap : { ...gap, place: layout?.packPlace(gap.place) ?? [] }))
}

/** Each once, though whoever asked may have had the same field under several keys. */
function unpackGaps(gaps: readonly Gap[], layout: Layout): readonly Gap[] {
  const unpackedGaps = gaps.flatMap(({ place, ...reason }) =>
    place === undefined ? [] : layout.unpackPlace(place).map((own): Gap => ({ ...reason, place: own })),
  )
  return [...new Map(unpackedGaps.map((gap) => [JSON.stringify(gap), gap])).values()]
}

function tell(reasons: readonly Reason[], placeless: Reason[]): void {
  for (const reason of reasons) if (!placeless.some((told) => isSame(told, reason))) placeless.push(reason)
}

function isSame(one: Reason, other: Reason): boolean {
  return one.code === other.code && one.details.argument === other.details.argument
}
