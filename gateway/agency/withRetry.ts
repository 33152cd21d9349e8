import type { AgencyAnswer } from './AgencyAnswer.ts'
import type { AgencyCall } from './AgencyCall.ts'
import { AgencyFailure } from './AgencyFailure.ts'
import type { Dispatch } from './Dispatch.ts'
import { abortKind } from './abortKind.ts'
import type { RetryBudget } from './createRetryBudget.ts'
import { wasHeldBack } from './wasHeldBack.ts'

export interface RetryOptions {
  readonly budget: RetryBudget
  /** Milliseconds before the second attempt; it is drawn from half of this to one and a half times this. */
  readonly pause: number
  /** Milliseconds that must be left after the pause for a second attempt to be worth it. */
  readonly leastTime: number
  /** From 0 to 1. */
  readonly random: () => number
  /** Resolves after some milliseconds, or rejects when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
  readonly onRetry: () => void
}

/** Repeats a failed query once, when the failure may pass by itself, time is left and the budget allows it. */
export function withRetry(dispatch: Dispatch, options: RetryOptions): Dispatch {
  const { budget, pause, leastTime, random, wait, onRetry } = options
  return async function dispatchTwiceAtMost(call) {
    try {
      const answer = await dispatch(call)
      budget.deposit()
      return answer
    } catch (error) {
      if (!wasHeldBack(error)) budget.deposit()
      if (call.kind !== 'query' || !mayPass(error)) throw error
      const milliseconds = pause * (0.5 + random())
      const { signal, remaining } = call.deadline
      if (remaining() < milliseconds + leastTime || !budget.withdraw()) throw error
      await wait(milliseconds, signal).catch(() => {
        throw new AgencyFailure(call.agency, abortKind(signal))
      })
      return await dispatchAgain(call, error)
    }
  }

  /** Where the second attempt was never sent, the first one's failure is what there is to tell. */
  async function dispatchAgain(call: AgencyCall, first: unknown): Promise<AgencyAnswer> {
    try {
      const answer = await dispatch(call)
      onRetry()
      return answer
    } catch (error) {
      if (wasHeldBack(error)) throw first
      onRetry()
      throw error
    }
  }
}

/** Statuses of a server that may be restarting, or behind something that lost it. */
const passing = [500, 502, 503, 504]

/** A timeout is none: it has used all the time that an agency has, a retry's too. Garbage would only come again. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof AgencyFailure)) return false
  return error.kind === 'CONNECTION' || (error.kind === 'STATUS' && passing.includes(error.status ?? 0))
}
