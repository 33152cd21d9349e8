import type { Asking } from '../../../../../gateway/fetch/Asking.ts'
import type { JointAsking } from '../../../../../gateway/fetch/joinAskings.ts'
import { answerPeople } from './answerPeople.ts'
import type { AskedTogether } from './anyAskedTogether.ts'
import { joinPeople } from './joinPeople.ts'
import type { JoinedPeople } from './joinPeople.ts'
import { nextTurn } from './nextTurn.ts'

export interface TurnsOptions {
  readonly mostParts: number
  /** How many turns the agency takes to answer, one after the other and over again. */
  readonly delays: readonly number[]
}

/** How it went. */
export interface PlayedTurns {
  /** What was asked in the end. */
  readonly asked: readonly JointAsking[]
  readonly askings: readonly Asking[]
  readonly outcomes: readonly unknown[]
  /** What each question comes to alone: what the agency says, or that its asker left before it did. */
  readonly alone: readonly unknown[]
}

/** Plays questions turn by turn of the event loop: askers come, ask and leave, and the agency takes its time. */
export async function playTurns(
  all: readonly AskedTogether[],
  { mostParts, delays }: TurnsOptions,
): Promise<PlayedTurns> {
  let calls = 0
  const joined = joinPeople({
    mostParts,
    async answer(asking) {
      const turns = delays[calls++ % delays.length] ?? 0
      for (let left = turns; left > 0; left -= 1) await nextTurn()
      return answerPeople(asking)
    },
  })
  const players = all.map(openPlayer)
  // Those who leave before the first turn do so in one of their own.
  for (let turn = -1; turn <= lastTurn(all); turn += 1) {
    for (const player of players) player.askIn(turn, joined)
    for (const player of players) player.leaveIn(turn)
    await nextTurn()
  }
  const outcomes = await Promise.all(players.map(({ outcome }) => outcome()))
  return {
    asked: joined.asked,
    askings: players.map(({ asking }) => asking),
    outcomes: outcomes.map((outcome, index) => players[index]?.told(outcome)),
    alone: players.map(({ alone }) => alone),
  }
}

function lastTurn(all: readonly AskedTogether[]): number {
  return Math.max(0, ...all.map(({ turn, leavesAfter }) => turn + Math.max(0, leavesAfter ?? 0)))
}

/** One question with its asker. */
function openPlayer({ askingOf, turn, leavesAfter }: AskedTogether) {
  const leaving = new AbortController()
  const asking = askingOf(leaving.signal)
  const { variables, parts, context } = asking
  const alone = answerPeople({
    variables,
    parts,
    party: { requests: [context], deadline: context.deadline, isJoint: false },
  }).people
  let outcome = Promise.resolve<{ readonly people: readonly unknown[] }>({ people: ['It was never asked.'] })
  let isSettled = false
  let hasLeft = false
  return {
    asking,
    alone,
    outcome: () => outcome,
    /** Whoever has left in time may be told that, or what they would have been told. */
    told: ({ people }: { readonly people: readonly unknown[] }): unknown =>
      hasLeft && people.every((one) => one === 'gone') ? alone : people,
    askIn(now: number, { ask }: JoinedPeople): void {
      if (now !== turn) return
      outcome = ask(asking).finally(() => {
        isSettled = true
      })
    },
    leaveIn(now: number): void {
      if (leavesAfter === null || turn + leavesAfter !== now) return
      hasLeft = !isSettled
      leaving.abort()
    },
  }
}
