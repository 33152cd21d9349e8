import type { Deadline } from '../../platform/Deadline.ts'
import type { Gap } from '../disclose/Gap.ts'

/** What the counters of an entry stood at; undefined where the store could not say. */
type Epochs = readonly number[] | undefined

/** What a call under way gave for one entry, for those who waited for it; undefined when its asker gave it up. */
export interface Landing {
  readonly text: string
  readonly gaps: readonly Gap[]
  /** When the agency was asked, in milliseconds since the epoch. */
  readonly asOf: number
  /** The deadline of those who alone may use it; undefined when all may. */
  readonly onlyFor: Deadline | undefined
}

/** What a call gave for an entry, by its place among those that it carries. */
export type Landings = (index: number) => Landing | undefined

/** A call under way, and the entries that it is to give. */
export interface Flight {
  /** Takes up an entry that no call is giving which may be joined. */
  readonly carry: (entry: string, epochs: Epochs) => void
  /** Hands them to those who wait, also to who joins before it ends. Once is enough. */
  readonly land: (landings: Landings) => void
  /** Nobody can join any more. */
  readonly end: () => void
  readonly isJoined: (index: number) => boolean
}

/** The calls that are under way in this process, by what they ask. */
export interface Flights {
  /** What a call that asks the same will give; undefined when there is none that may be waited for. */
  readonly join: (entry: string, epochs: Epochs) => Promise<Landing | undefined> | undefined
  readonly begin: () => Flight
  /** This gateway has heard of a change: a call that began before is joined only where the store's counters show that it still holds. */
  readonly noteChange: () => void
}

interface Underway {
  readonly places: Map<string, number>
  /** What the counters of each entry stood at. */
  readonly epochs: Epochs[]
  readonly joined: Set<number>
  readonly beganAt: number
  /** How many changes had been noted when it began. */
  readonly changesBefore: number
  readonly landing: Promise<Landings>
}

/** Milliseconds for which a call may be joined when the store cannot say what other gateways know of changes since. */
const blindLimit = 500

/**
 * Keeps the calls under way, each once for all that it asks: a promise for each of 300 entries of a list was a tenth of filling them.
 * An entry is joined only by those for whom nothing has changed since its call began: an answer from before a change is never given
 * to somebody who asked after it. Where the store cannot say, that holds for what this gateway has heard of, and what only another
 * has heard of is missed for half a second at most. `now` is in milliseconds, of a clock that is never set.
 */
export function createFlights(now: () => number): Flights {
  const underway = new Map<string, Underway>()
  let changes = 0

  function isStillTrue({ beganAt, changesBefore }: Underway, before: Epochs, after: Epochs): boolean {
    if (before === undefined || after === undefined)
      return before === after && changesBefore === changes && now() - beganAt < blindLimit
    return before.every((epoch, index) => epoch === after[index])
  }

  return {
    join(entry, epochs) {
      const flight = underway.get(entry)
      const place = flight?.places.get(entry)
      if (flight === undefined || place === undefined) return undefined
      if (!isStillTrue(flight, flight.epochs[place], epochs)) return undefined
      flight.joined.add(place)
      return flight.landing.then((landings) => landings(place))
    },
    begin() {
      const { promise: landing, resolve: land } = Promise.withResolvers<Landings>()
      const places = new Map<string, number>()
      const joined = new Set<number>()
      const flight: Underway = { places, epochs: [], joined, beganAt: now(), changesBefore: changes, landing }
      return {
        carry(entry, epochs) {
          places.set(entry, flight.epochs.push(epochs) - 1)
          underway.set(entry, flight)
        },
        land,
        end() {
          for (const entry of places.keys()) if (underway.get(entry) === flight) underway.delete(entry)
        },
        isJoined: (index) => joined.has(index),
      }
    },
    noteChange() {
      changes += 1
    },
  }
}
