import type { Deadline } from '../../platform/Deadline.ts'
import { AgencyFailure } from './AgencyFailure.ts'
import type { Dispatch } from './Dispatch.ts'
import { abortKind } from './abortKind.ts'

export interface DeadlineOptions {
  /** Milliseconds an agency may take, waiting for a connection and a retry included. */
  readonly timeout: number
  /** Milliseconds the gateway keeps of the request's deadline, so that the partial answer still leaves in time. */
  readonly reserve: number
}

/** Gives each call its part of the request's deadline. When that part is over, or the asker leaves, the call is aborted. */
export function withDeadline(dispatch: Dispatch, { timeout, reserve }: DeadlineOptions): Dispatch {
  return async function dispatchInTime(call) {
    const { agency, deadline } = call
    if (deadline.signal.aborted) throw new AgencyFailure(agency, abortKind(deadline.signal))
    const limit = Math.min(timeout, deadline.remaining() - reserve)
    if (limit < 1) throw new AgencyFailure(agency, 'TIMEOUT')
    const part = takePart(deadline, limit)
    try {
      return await dispatch({ ...call, deadline: part.deadline })
    } finally {
      part.end()
    }
  }
}

/** A deadline inside another. `end` lets go of both, so that a thousand calls do not leave a thousand timers behind. */
function takePart(whole: Deadline, limit: number): { readonly deadline: Deadline; readonly end: () => void } {
  const controller = new AbortController()
  const due = performance.now() + limit
  const timer = setTimeout(() => controller.abort(new DOMException('The time is over.', 'TimeoutError')), limit)
  const leave = (): void => controller.abort(whole.signal.reason)
  whole.signal.addEventListener('abort', leave, { once: true })
  return {
    deadline: { signal: controller.signal, remaining: () => Math.max(0, due - performance.now()) },
    end() {
      clearTimeout(timer)
      whole.signal.removeEventListener('abort', leave)
    },
  }
}
