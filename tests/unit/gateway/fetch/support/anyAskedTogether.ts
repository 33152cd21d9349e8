import fc from 'fast-check'
import type { Asking } from '../../../../../gateway/fetch/Asking.ts'
import { askForPeople } from './askForPeople.ts'

/** One of several questions of a property, and when its asker comes and goes. */
export interface AskedTogether {
  /** The question, for an asker whose leaving the signal tells. The ids in it end in its position and theirs: `p 7.0`. */
  readonly askingOf: (signal: AbortSignal) => Asking
  /** The turn of the event loop in which it is asked. */
  readonly turn: number
  /** How many turns after that its asker leaves, if at all; below zero, its asker has left before. */
  readonly leavesAfter: number | null
}

/** Words that ids begin with, see `answerPeople`: most say nothing of what goes wrong. */
const words = ['p', 'p', 'p', 'p', 'p', 'poison']

const asker = fc.record({
  subject: fc.constantFrom('one', 'other'),
  purpose: fc.constantFrom('one', 'other'),
  scopes: fc.subarray(['one', 'other']),
})

/** Mostly the same, so that a good part of what is asked together can be joined. */
function mostly<Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })
}

const question = fc.record({
  words: fc.array(fc.constantFrom(...words), { maxLength: 4 }),
  asker: mostly({ subject: 'one', purpose: 'one', scopes: [] }, asker),
  live: mostly(false, fc.constant(true)),
  pace: mostly<string | undefined>(undefined, fc.constantFrom('fast', 'slow')),
  // More or less than an agency may need, and not the same as others have.
  left: fc.tuple(mostly(5_000, fc.constant(800)), fc.nat(80)).map(([most, less]) => most - less),
  turn: fc.nat(3),
  leavesAfter: fc.option(fc.integer({ min: -1, max: 6 }), { freq: 2 }),
})

/** Questions about people by several askers. */
export function anyAskedTogether(): fc.Arbitrary<readonly AskedTogether[]> {
  return fc.array(question, { maxLength: 14 }).map((questions) => questions.map(asAsked))
}

type Drawn = typeof question extends fc.Arbitrary<infer Value> ? Value : never

function asAsked(drawn: Drawn, index: number): AskedTogether {
  const { words: drawnWords, asker: by, live, pace, left, turn, leavesAfter } = drawn
  const ids = drawnWords.map((word, position) => `${word} ${index}.${position}`)

  function askingOf(signal: AbortSignal): Asking {
    const variables = pace === undefined ? {} : { pace }
    return askForPeople(ids, { variables, asker: by, live, deadline: { signal, remaining: () => left } })
  }
  // What fast-check shows of it when a property fails.
  const description = { [fc.toStringMethod]: () => JSON.stringify({ ...drawn, ids }) }
  return { askingOf, turn, leavesAfter, ...description }
}
