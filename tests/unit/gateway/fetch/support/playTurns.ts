import type { AgencyCall } from '../../../../../gateway/agency/AgencyCall.ts'
import type { Dispatch } from '../../../../../gateway/agency/Dispatch.ts'
import type { AskedTogether } from './anyAskedTogether.ts'
import { answerForPeople } from './answerForPeople.ts'
import { nextTurn } from './nextTurn.ts'
import { outcomeOf } from './outcomeOf.ts'
import { recordCalls } from './recordCalls.ts'

export interface TurnsOptions {
  /** What is tested: a wrapper of the agency's dispatch. */
  readonly wrap: (dispatch: Dispatch) => Dispatch
  /** How many turns the agency takes for its calls, one after the other and over again. */
  readonly delays: readonly number[]
}

/** How it went. */
export interface PlayedTurns {
  /** Every call that reached the agency. */
  readonly sent: readonly AgencyCall[]
  readonly calls: readonly AgencyCall[]
  readonly outcomes: readonly unknown[]
  /** What each call comes to alone: what the agency says, or that its asker left before it did. */
  readonly alone: readonly unknown[]
}

/** Plays calls turn by turn of the event loop: askers come, call and leave, and the agency takes its time. */
export async function playTurns(asked: readonly AskedTogether[], { wrap, delays }: TurnsOptions): Promise<PlayedTurns> {
  const agency = recordCalls(async (call) => {
    for (let left = delays[agency.calls.indexOf(call) % delays.length] ?? 0; left > 0; left -= 1) await nextTurn()
    return answerForPeople(call)
  })
  const dispatch = wrap(agency.dispatch)
  const parts = await Promise.all(asked.map(openPart))
  // Those who leave before the first turn do so in one of their own.
  for (let turn = -1; turn <= lastTurn(asked); turn += 1) {
    for (const part of parts) part.callIn(turn, dispatch)
    for (const part of parts) part.leaveIn(turn)
    await nextTurn()
  }
  const outcomes = await Promise.all(parts.map(({ outcome }) => outcome()))
  return {
    sent: agency.calls,
    calls: parts.map(({ call }) => call),
    outcomes,
    alone: parts.map(({ expected }) => expected()),
  }
}

function lastTurn(asked: readonly AskedTogether[]): number {
  return Math.max(0, ...asked.map(({ turn, leavesAfter }) => turn + Math.max(0, leavesAfter ?? 0)))
}

/** One call with its asker. */
async function openPart({ callOf, turn, leavesAfter, isLate }: AskedTogether) {
  const asker = new AbortController()
  const call = callOf(asker.signal)
  let expected = await outcomeOf(recordCalls().dispatch(call))
  let outcome = Promise.resolve<unknown>('It was never made.')
  let isSettled = false
  return {
    call,
    expected: () => expected,
    outcome: () => outcome,
    callIn(now: number, dispatch: Dispatch): void {
      if (now !== turn) return
      outcome = outcomeOf(dispatch(call)).finally(() => {
        isSettled = true
      })
    },
    leaveIn(now: number): void {
      if (leavesAfter === null || turn + leavesAfter !== now) return
      if (!isSettled) expected = `${call.agency}: ${isLate ? 'TIMEOUT' : 'CANCELLED'}`
      asker.abort(isLate ? new DOMException('The time is over.', 'TimeoutError') : undefined)
    },
  }
}
