import { isOwed } from '../disclose/isOwed.ts'
import type { ReadPart } from './CachePart.ts'
import type { FetchParts, NoAnswer, OwnAnswer, SharedAnswer } from './EntityCache.ts'
import type { Fetched } from './FetchedPart.ts'
import type { Flight } from './createFlights.ts'
import type { Writer } from './createWriter.ts'

/** What asking gave for a part. */
export interface Outcome {
  readonly position: number
  readonly answer: OwnAnswer | SharedAnswer | NoAnswer
  readonly how: 'asked' | 'joined' | 'uncached'
  /** The agency gave nothing by its own fault, so that something older may stand in. */
  readonly hasFailed: boolean
}

/** A part that this request asks for, with those who may be waiting for it. */
export interface Sent extends ReadPart {
  readonly flight: Flight
}

export interface Sending {
  /** Tells this request from others. */
  readonly request: object
  readonly fetch: FetchParts
}

/** Sends the one call of a request for what nobody else is asking, and answers what it gave. */
export type Sender = (parts: readonly Sent[], sending: Sending) => Promise<readonly Outcome[]>

/** Makes the sender: it hands what it gets to those who wait for the same, and keeps what may be kept. */
export function createSender(writer: Writer): Sender {
  return async function send(parts, { request, fetch }) {
    if (parts.length === 0) return []
    const fetched = await fetch(parts.map(({ part }) => part.position)).catch((error: unknown) => {
      for (const { flight } of parts) {
        flight.land(undefined)
        flight.end()
      }
      throw error
    })
    const texts = land(parts, fetched, request)
    // Those who read the store before this was written find the call still under way.
    void keep(parts, fetched, { writer, texts }).finally(() => {
      for (const { flight } of parts) flight.end()
    })
    return parts.map(({ part: { position } }, index) => ({
      position,
      answer: { source: 'OWN' },
      how: fetched.policy === undefined && fetched.standing === 'answered' ? 'uncached' : 'asked',
      hasFailed: fetched.parts[index]?.gaps.some(isOwed) === true,
    }))
  }
}

/** Texts are made now, and only where they are needed: the data itself is about to be handed on. */
function land(sent: readonly Sent[], fetched: Fetched, request: object): readonly string[] {
  const { parts, askedAt: asOf, policy, standing } = fetched
  const isOnes = standing === 'spoilt' || (policy === undefined && standing === 'answered')
  const onlyFor = isOnes ? request : undefined
  return sent.map(({ flight }, index) => {
    const part = parts[index]
    if (part === undefined || standing === 'abandoned') {
      flight.land(undefined)
      return ''
    }
    const text = policy !== undefined || flight.isJoined() ? part.text() : ''
    flight.land({ text, gaps: part.gaps, asOf, onlyFor })
    // Nobody may join any more who was not counted here.
    if (policy === undefined) flight.end()
    return text
  })
}

interface Keeping {
  readonly writer: Writer
  readonly texts: readonly string[]
}

async function keep(sent: readonly Sent[], fetched: Fetched, { writer, texts }: Keeping): Promise<void> {
  const { parts, askedAt, policy } = fetched
  if (policy === undefined) return
  const answers = sent.flatMap(({ part, epochs }, index) => {
    const given = parts[index]
    if (given === undefined || given.gaps.length > 0 || epochs === undefined) return []
    return [{ part, epochs, text: texts[index] ?? 'null', isNegative: given.isNegative }]
  })
  await writer.keep(answers, { askedAt, policy })
}
