import type { Deadline } from '../../platform/Deadline.ts'
import { isOwed } from '../disclose/isOwed.ts'
import type { ReadPart } from './CachePart.ts'
import type { FetchParts, NoAnswer, OwnAnswer, SharedAnswer } from './EntityCache.ts'
import type { Fetched } from './FetchedPart.ts'
import type { Flight, Landings } from './createFlights.ts'
import type { Writer } from './createWriter.ts'

/** What asking gave for a part. */
export interface Outcome {
  readonly position: number
  readonly answer: OwnAnswer | SharedAnswer | NoAnswer
  readonly how: 'asked' | 'joined' | 'uncached'
  /** The agency gave nothing by its own fault, so that something older may stand in. */
  readonly hasFailed: boolean
}

export interface Sending {
  /** Carries the parts, in their order, for those who may be waiting for them; or `joinedByNobody`. */
  readonly flight: Pick<Flight, 'land' | 'end' | 'isJoined'>
  /** Of those who ask, which tells them from others. */
  readonly deadline: Deadline
  readonly fetch: FetchParts
}

/** Sends the one call of a request for what nobody else is asking, and answers what it gave. */
export type Sender = (parts: readonly ReadPart[], sending: Sending) => Promise<readonly Outcome[]>

/** Makes the sender: it hands what it gets to those who wait for the same, and keeps what may be kept. */
export function createSender(writer: Writer): Sender {
  return async function send(parts, { flight, deadline, fetch }) {
    if (parts.length === 0) return []
    const { fetched, texts } = await fetchTexts(parts, { flight, fetch }).catch((error: unknown) => {
      flight.land(nothing)
      flight.end()
      throw error
    })
    const { askedAt, policy, standing } = fetched
    flight.land(landingsOf(fetched, texts, deadline))
    // Those who read the store before this was written find the call still under way.
    if (policy === undefined) flight.end()
    else void writer.keep({ parts, fetched: fetched.parts, texts, askedAt, policy }).finally(flight.end)
    const how = policy === undefined && standing === 'answered' ? 'uncached' : 'asked'
    return parts.map(({ part: { position } }, index) => {
      return { position, answer: own, how, hasFailed: fetched.parts[index]?.gaps.some(isOwed) === true }
    })
  }
}

const own: OwnAnswer = { source: 'OWN' }
const nothing: Landings = () => undefined

async function fetchTexts(parts: readonly ReadPart[], { flight, fetch }: Pick<Sending, 'flight' | 'fetch'>) {
  const fetched = await fetch(parts.map(({ part }) => part.position))
  return { fetched, texts: textsOf(fetched, flight) }
}

type Texts = readonly (string | undefined)[]

/** Made now, and only where they are needed: the data itself is about to be handed on. */
function textsOf({ parts, textOf, policy }: Fetched, { isJoined }: Pick<Flight, 'isJoined'>): Texts {
  return parts.map((_part, index) => (policy !== undefined || isJoined(index) ? textOf(index) : undefined))
}

/** Whoever waits for what has no text has to ask anew. */
function landingsOf({ parts, askedAt: asOf, policy, standing }: Fetched, texts: Texts, deadline: Deadline): Landings {
  if (standing === 'abandoned') return nothing
  const isOnes = standing === 'spoilt' || (policy === undefined && standing === 'answered')
  const onlyFor = isOnes ? deadline : undefined
  return function landingOf(index) {
    const part = parts[index]
    const text = texts[index]
    return part === undefined || text === undefined ? undefined : { text, gaps: part.gaps, asOf, onlyFor }
  }
}
