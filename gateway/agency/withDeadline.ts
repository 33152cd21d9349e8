import { createDeadline } from '../../platform/createDeadline.ts'
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
    const limit = Math.min(timeout, deadline.remaining() - reserve)
    if (deadline.signal.aborted && abortKind(deadline.signal) === 'CANCELLED')
      throw new AgencyFailure(agency, 'CANCELLED')
    // Nothing that the agency is to blame for: it is not asked.
    if (deadline.signal.aborted || limit < 1) throw new AgencyFailure(agency, 'NO_TIME')
    const part = createDeadline({ milliseconds: limit, left: deadline.signal })
    try {
      return await dispatch({ ...call, deadline: part })
    } finally {
      part.end()
    }
  }
}
