import { isOwed } from '../disclose/isOwed.ts'
import type { ReadPart } from './CachePart.ts'
import type { CacheRequest, FetchParts } from './EntityCache.ts'
import type { Flight, Flights, Landing } from './createFlights.ts'
import type { Outcome, Sender, Sending } from './createSender.ts'
import { waitWithin } from './waitWithin.ts'

/** Gets what is missing: from a call of this request's own, or from calls under way that ask the same. */
export type Fetcher = (
  missing: readonly ReadPart[],
  request: Pick<CacheRequest, 'deadline'>,
  fetch: FetchParts,
) => Promise<readonly Outcome[]>

interface Joined extends ReadPart {
  readonly landing: Promise<Landing | undefined>
}

/** What came of waiting for others. */
interface Waited {
  readonly outcomes: readonly Outcome[]
  /** What those who asked for it may not share. */
  readonly alone: readonly ReadPart[]
  /** What those who asked for it have given up. */
  readonly again: readonly ReadPart[]
}

/** Makes the fetcher. Of all that ask the same at a time one sends a call, and the others wait for it. */
export function createFetcher({ flights, send }: { readonly flights: Flights; readonly send: Sender }): Fetcher {
  /** What no call is giving that may be joined goes into a call of one's own. */
  function divide(missing: readonly ReadPart[], flight: Flight): Divided {
    const own: ReadPart[] = []
    const joined: Joined[] = []
    for (const one of missing) {
      const { entry } = one.part.names[0]
      const landing = flights.join(entry, one.epochs)
      if (landing !== undefined) joined.push({ ...one, landing })
      else {
        flight.carry(entry, one.epochs)
        own.push(one)
      }
    }
    return { own, joined }
  }

  return async function fetchMissing(missing, { deadline }, fetch) {
    const outcomes: Outcome[] = []
    let left = missing
    while (left.length > 0) {
      const flight = flights.begin()
      const { own, joined } = divide(left, flight)
      const [sent, waited] = await Promise.all([send(own, { flight, deadline, fetch }), wait(joined, deadline)])
      const alone = await send(waited.alone, { flight: joinedByNobody, deadline, fetch })
      // One by one: an agency may list more than a call can have arguments.
      for (const some of [sent, waited.outcomes, alone]) for (const outcome of some) outcomes.push(outcome)
      left = waited.again
    }
    return outcomes
  }
}

interface Divided {
  readonly own: readonly ReadPart[]
  readonly joined: readonly Joined[]
}

/** For a call that nobody may join. */
const joinedByNobody: Sending['flight'] = {
  land: () => undefined,
  end: () => undefined,
  isJoined: () => false,
}

/** Milliseconds of a request's time in which it does not wait for another's call, so that its own answer still leaves. */
const reserve = 250

async function wait(joined: readonly Joined[], deadline: CacheRequest['deadline']): Promise<Waited> {
  const outcomes: Outcome[] = []
  const alone: ReadPart[] = []
  const again: ReadPart[] = []
  if (joined.length === 0) return { outcomes, alone, again }
  const landed = new Map<Joined, Landing | undefined>()
  const all = Promise.all(joined.map(async (one) => landed.set(one, await one.landing)))
  // All have the same time, and so one timer.
  await waitWithin(all, Math.max(0, deadline.remaining() - reserve))
  for (const one of joined) {
    const { position } = one.part
    const given = landed.get(one)
    if (!landed.has(one)) outcomes.push({ position, answer: { source: 'NONE' }, how: 'joined', hasFailed: true })
    else if (given === undefined) again.push(one)
    else if ((given.onlyFor ?? deadline) !== deadline) alone.push(one)
    else outcomes.push(outcomeOf(position, given))
  }
  return { outcomes, alone, again }
}

function outcomeOf(position: number, { text, gaps, asOf }: Landing): Outcome {
  const data: unknown = JSON.parse(text)
  return { position, answer: { source: 'LIVE', data, gaps, asOf }, how: 'joined', hasFailed: gaps.some(isOwed) }
}
