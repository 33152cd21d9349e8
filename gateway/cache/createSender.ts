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
  /** Carries the parts, in their order, for those who may be waiting for them. */
  readonly flight: Flight
  /** Tells this request from others. */
  readonly request: object
  readonly fetch: FetchParts
}

/** Sends the one call of a request for what nobody else is asking, and answers what it gave. */
export type Sender = (parts: readonly ReadPart[], sending: Sending) => Promise<readonly Outcome[]>

/** Makes the sender: it hands what it gets to those who wait for the same, and keeps what may be kept. */
export function createSender(writer: Writer): Sender {
  async function keep(sent: readonly ReadPart[], fetched: Fetched, texts: readonly string[]): Promise<void> {
    const { parts, askedAt, policy } = fetched
    if (policy !== undefined) await writer.keep({ parts: sent, fetched: parts, texts, askedAt, policy })
  }

  return async function send(parts, sending) {
    if (parts.length === 0) return []
    const { flight, fetch } = sending
    const fetched = await fetch(parts.map(({ part }) => part.position)).catch((error: unknown) => {
      flight.land(nothing)
      flight.end()
      throw error
    })
    const texts = land(fetched, sending)
    // Those who read the store before this was written find the call still under way.
    void keep(parts, fetched, texts).finally(flight.end)
    const how = fetched.policy === undefined && fetched.standing === 'answered' ? 'uncached' : 'asked'
    return parts.map(({ part: { position } }, index) => {
      return { position, answer: own, how, hasFailed: fetched.parts[index]?.gaps.some(isOwed) === true }
    })
  }
}

const own: OwnAnswer = { source: 'OWN' }
const nothing: Landings = () => undefined

/** Texts are made now, and only where they are needed: the data itself is about to be handed on. */
function land(fetched: Fetched, { flight, request }: Sending): readonly string[] {
  const { parts, textOf, askedAt: asOf, policy, standing } = fetched
  const isOnes = standing === 'spoilt' || (policy === undefined && standing === 'answered')
  const onlyFor = isOnes ? request : undefined
  const texts = parts.map((_part, index) => (policy !== undefined || flight.isJoined(index) ? textOf(index) : ''))
  const landings: Landings = (index) => {
    const part = parts[index]
    return part && { text: texts[index] ?? '', gaps: part.gaps, asOf, onlyFor }
  }
  flight.land(standing === 'abandoned' ? nothing : landings)
  // Nobody may join any more who was not counted here.
  if (policy === undefined) flight.end()
  return texts
}
