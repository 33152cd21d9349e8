import type { ProvenanceRecorder } from '../disclose/ProvenanceRecorder.ts'
import type { Executed } from '../execute/createExecutable.ts'
import type { Caller } from './Caller.ts'
import type { PermittedOperation } from './createAccess.ts'
import type { Fairness } from './fairness/Fairness.ts'

/** An answer that is ready to leave. */
export interface ReleasedAnswer {
  readonly caller: Caller
  readonly permitted: PermittedOperation
  readonly executed: Executed
  /** What the operation is called. */
  readonly operation: string
  readonly correlationId: string
  readonly provenance: ProvenanceRecorder
}

/** Accounts for an answer before it leaves. Rejects with the fault for which it must not. */
export type Release = (answer: ReleasedAnswer, signal: AbortSignal) => Promise<void>

export interface ReleaseOptions {
  readonly fairness: Pick<Fairness, 'count'>
}

/** Makes what every answer waits for: whoever is shown in it counts among those that its client has seen today. */
export function createRelease({ fairness }: ReleaseOptions): Release {
  return async function release({ caller, permitted, executed }) {
    const applicants = applicantsIn(permitted, executed)
    await fairness.count(caller.principal.client, applicants)
  }
}

/** Whose records an answer holds, and whose it says that there are none of. */
function applicantsIn({ sought }: PermittedOperation, { data, subjects }: Executed): readonly string[] {
  const asked = [...sought].filter(([key]) => data === null || Object.hasOwn(data, key)).map(([, subject]) => subject)
  return [...new Set([...asked, ...subjects])]
}
