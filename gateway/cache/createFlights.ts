import type { Gap } from '../disclose/Gap.ts'

/** What a call under way gave for one part, for those who waited for it; undefined when its asker gave it up. */
export interface Landing {
  readonly text: string
  readonly gaps: readonly Gap[]
  /** When the agency was asked, in milliseconds since the epoch. */
  readonly asOf: number
  /** The request that alone may use it; undefined when all may. */
  readonly onlyFor: object | undefined
}

/** One part of a call under way. */
export interface Flight {
  /** Hands it to those who wait. Once is enough. */
  readonly land: (landing: Landing | undefined) => void
  /** Nobody can join any more. */
  readonly end: () => void
  readonly isJoined: () => boolean
}

/** The calls that are under way in this process, by what they ask. */
export interface Flights {
  /** What a call that asks the same will give; undefined when there is none that may be waited for. */
  readonly join: (entry: string, epochs: readonly number[] | undefined) => Promise<Landing | undefined> | undefined
  readonly begin: (entry: string, epochs: readonly number[] | undefined) => Flight
  /** This gateway has heard of a change: a call that began before is joined only where the store's counters show that it still holds. */
  readonly noteChange: () => void
}

interface Underway {
  readonly epochs: readonly number[] | undefined
  readonly beganAt: number
  /** How many changes had been noted when it began. */
  readonly changesBefore: number
  readonly landing: Promise<Landing | undefined>
  joiners: number
}

/** Milliseconds for which a call may be joined when the store cannot say what other gateways know of changes since. */
const blindLimit = 500

/**
 * Keeps the calls under way. One is joined only by those for whom nothing has changed since it began: an answer from before
 * a change is never given to somebody who asked after it. Where the store cannot say, that holds for what this gateway has
 * heard of, and what only another has heard of is missed for half a second at most.
 */
export function createFlights(clock: () => number): Flights {
  const underway = new Map<string, Underway>()
  let changes = 0

  function isStillTrue({ epochs, beganAt, changesBefore }: Underway, now: readonly number[] | undefined): boolean {
    if (epochs === undefined || now === undefined)
      return epochs === now && changesBefore === changes && clock() - beganAt < blindLimit
    return epochs.every((epoch, index) => epoch === now[index])
  }

  return {
    join(entry, epochs) {
      const flight = underway.get(entry)
      if (flight === undefined || !isStillTrue(flight, epochs)) return undefined
      flight.joiners += 1
      return flight.landing
    },
    begin(entry, epochs) {
      const { promise: landing, resolve: land } = Promise.withResolvers<Landing | undefined>()
      const flight: Underway = { epochs, beganAt: clock(), changesBefore: changes, landing, joiners: 0 }
      underway.set(entry, flight)
      return {
        land,
        end() {
          if (underway.get(entry) === flight) underway.delete(entry)
        },
        isJoined: () => flight.joiners > 0,
      }
    },
    noteChange() {
      changes += 1
    },
  }
}
