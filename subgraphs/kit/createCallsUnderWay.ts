import type { ServerResponse } from 'node:http'

/** Calls that an agency is answering. */
export interface CallsUnderWay {
  /** Aborts when the asker leaves or all are given up, those too that begin later; or else when the answer is sent, which is of no consequence. */
  readonly leavingOf: (response: ServerResponse) => AbortSignal
  readonly giveUp: () => void
}

/** Makes the calls of one agency, of which there are none yet. */
export function createCallsUnderWay(): CallsUnderWay {
  const underWay = new Set<AbortController>()
  let isOver = false
  return {
    leavingOf(response) {
      const leaving = new AbortController()
      if (isOver) leaving.abort()
      underWay.add(leaving)
      response.once('close', () => {
        underWay.delete(leaving)
        leaving.abort()
      })
      return leaving.signal
    },
    giveUp() {
      isOver = true
      for (const leaving of underWay) leaving.abort()
    },
  }
}
