import fc from 'fast-check'
import type { AgencyCall } from '../../../../../gateway/agency/AgencyCall.ts'
import { askForPeople } from './askForPeople.ts'
import { lookUpPerson } from './lookUpPerson.ts'

/** One of several calls of a property, and when its asker comes and goes. */
export interface AskedTogether {
  /** The call, for an asker whose leaving the signal tells. The ids in it end in its position and theirs: `p 7.0`. */
  readonly callOf: (signal: AbortSignal) => AgencyCall
  /** The turn of the event loop in which it is made. */
  readonly turn: number
  /** How many turns after that its asker leaves, if at all; below zero, its asker has left before. */
  readonly leavesAfter: number | null
  /** Whether the asker leaves because the time is over. */
  readonly isLate: boolean
}

/** Words that ids begin with, see `answerForPeople`: most say nothing of what goes wrong. */
const words = ['p', 'p', 'p', 'p', 'wrong', 'unknown', 'misshapen', 'poison', 'garbled', 'image', 'refused', 'lost']
const agencies = ['forgetful', 'grumbling', 'narrow', 'slow', 'unreachable', 'paused']

const asker = fc.record({
  subject: fc.constantFrom('one', 'other'),
  purpose: fc.constantFrom('one', 'other'),
  scopes: fc.subarray(['one', 'other']),
})

/** Mostly the same, so that a good part of what is asked together can be joined. */
function mostly<Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
}

const call = fc.record({
  isLookup: fc.boolean(),
  words: fc.array(fc.constantFrom(...words), { maxLength: 4 }),
  agency: mostly('papers', fc.constantFrom(...agencies)),
  asker: mostly({ subject: 'one', purpose: 'one', scopes: [] }, asker),
  text: mostly('name', fc.constant('address')),
  on: mostly<string | undefined>(undefined, fc.constantFrom('2026-01-01', '2027-01-01')),
  // More or less than an agency may need, and not the same as others have.
  left: fc.tuple(mostly(5_000, fc.constant(800)), fc.nat(80)).map(([most, less]) => most - less),
  turn: fc.nat(3),
  leavesAfter: fc.option(fc.integer({ min: -1, max: 6 }), { freq: 2 }),
  isLate: fc.boolean(),
})

/** Calls for people by several askers. */
export function anyAskedTogether(): fc.Arbitrary<readonly AskedTogether[]> {
  return fc.array(call, { maxLength: 14 }).map((calls) => calls.map(asAsked))
}

type Drawn = typeof call extends fc.Arbitrary<infer Value> ? Value : never

function asAsked(drawn: Drawn, index: number): AskedTogether {
  const { isLookup, words: drawnWords, agency, asker: by, text, on, left, turn, leavesAfter, isLate } = drawn
  const ids = drawnWords.map((word, position) => `${word} ${index}.${position}`)

  function callOf(signal: AbortSignal): AgencyCall {
    const changes = {
      agency,
      asker: by,
      query: `{${isLookup ? 'person' : '_entities'}{${text}}}`,
      variables: on === undefined ? {} : { on },
      deadline: { signal, remaining: () => left },
    }
    return isLookup ? lookUpPerson(ids[0] ?? `p ${index}.0`, changes) : askForPeople(ids, changes)
  }
  // What fast-check shows of it when a property fails.
  const description = { [fc.toStringMethod]: () => JSON.stringify({ ...drawn, ids }) }
  return { callOf, turn, leavesAfter, isLate, ...description }
}
