import type { AgencyAnswer } from '../../../../../gateway/agency/AgencyAnswer.ts'
import type { AgencyCall } from '../../../../../gateway/agency/AgencyCall.ts'
import { AgencyFailure } from '../../../../../gateway/agency/AgencyFailure.ts'
import type { Dispatch } from '../../../../../gateway/agency/Dispatch.ts'
import { abortKind } from '../../../../../gateway/agency/abortKind.ts'
import { answerForPeople } from './answerForPeople.ts'

/** A dispatch of a test, and the calls that it was given. */
export interface RecordedCalls {
  readonly calls: readonly AgencyCall[]
  readonly dispatch: Dispatch
}

/** Keeps calls, answers them as told, and ends them when they are aborted, as the real dispatch does. */
export function recordCalls(
  answer: (call: AgencyCall) => AgencyAnswer | Promise<AgencyAnswer> = answerForPeople,
): RecordedCalls {
  const calls: AgencyCall[] = []

  async function dispatch(call: AgencyCall): Promise<AgencyAnswer> {
    calls.push(call)
    const { signal } = call.deadline
    const { promise: left, reject } = Promise.withResolvers<never>()
    const leave = (): void => reject(new AgencyFailure(call.agency, abortKind(signal)))
    if (signal.aborted) leave()
    signal.addEventListener('abort', leave, { once: true })
    try {
      // Whoever has left is not answered, however fast the agency is.
      return await Promise.race([left, signal.aborted ? left : answer(call)])
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }
  return { calls, dispatch }
}
