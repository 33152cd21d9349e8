import type { Logger } from '../../platform/Logger.ts'
import { fault } from '../../platform/fault.ts'
import type { Provenance } from '../disclose/ProvenanceRecorder.ts'
import type { Ledger } from '../disclose/ledger/Ledger.ts'
import type { Executed } from '../execute/createExecutable.ts'
import type { Caller } from './Caller.ts'
import type { PermittedOperation } from './createAccess.ts'
import type { Fairness } from './fairness/Fairness.ts'
import { reachOf } from './reachOf.ts'

/** An answer that is ready to leave. */
export interface ReleasedAnswer {
  readonly caller: Caller
  readonly permitted: PermittedOperation
  readonly executed: Executed
  /** What the operation is called. */
  readonly operation: string
  readonly correlationId: string
  readonly provenance: readonly Provenance[]
}

/** Accounts for an answer before it leaves. Rejects with the fault for which it must not. */
export type Release = (answer: ReleasedAnswer, signal: AbortSignal) => Promise<void>

export interface ReleaseOptions {
  readonly fairness: Pick<Fairness, 'count'>
  /** Undefined where nothing is written down. */
  readonly ledger: Pick<Ledger, 'append'> | undefined
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly logger: Pick<Logger, 'error'>
}

/**
 * Makes what every answer waits for: whoever is shown in it counts among those that its client has seen today, and what is
 * shown of them is in the ledger, on disk.
 */
export function createRelease({ fairness, ledger, clock, logger }: ReleaseOptions): Release {
  return async function release(answer, signal) {
    const { caller, permitted, executed, operation, correlationId, provenance } = answer
    const { principal, purpose } = caller
    const applicants = applicantsIn(permitted, executed)
    if (reachOf(principal) !== 'all' && holdsOthers(permitted, executed)) {
      logger.error({ correlationId, operation }, 'an answer held records of somebody who was not looked for')
      throw fault('INTERNAL')
    }
    // Whoever looks for people that it may not see is bounded as well. Workers see themselves: an application of theirs has as
    // many of them as it has users.
    if (reachOf(principal) !== 'own') await fairness.count(principal.client, [...applicants, ...permitted.denied])
    if (applicants.length === 0 && !permitted.classes.some((one) => one !== 'PUBLIC')) return
    // Nothing of what was looked for may be seen, or there is nothing in it.
    if (applicants.length === 0 && isEmpty(executed.data)) return
    await ledger?.append(
      {
        at: clock(),
        correlationId,
        principal,
        purpose,
        operation,
        applicants,
        classes: permitted.classes,
        agencies: provenance,
      },
      signal,
    )
  }
}

/**
 * Whether there are records of others than a root field looked for. Rules are of root fields: should an agency's field lead from
 * one person to another, it ends here.
 */
function holdsOthers({ sought, lists }: PermittedOperation, { dataSubjects }: Executed): boolean {
  return [...dataSubjects].some(
    ([key, shown]) => !lists.has(key) && [...shown].some((dataSubject) => dataSubject !== sought.get(key)),
  )
}

function isEmpty(data: Executed['data']): boolean {
  return data === null || Object.values(data).every((value) => value === null)
}

/** Whose records an answer holds, and whose it says that there are none of. */
function applicantsIn({ sought }: PermittedOperation, { data, dataSubjects }: Executed): readonly string[] {
  const applicants = new Set<string>()
  for (const [key, dataSubject] of sought) if (data === null || Object.hasOwn(data, key)) applicants.add(dataSubject)
  for (const shown of dataSubjects.values()) for (const dataSubject of shown) applicants.add(dataSubject)
  return [...applicants]
}
