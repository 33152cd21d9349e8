import type { StubAgencies } from '../agencies/StubAgencies.ts'
import type { Operation } from '../load/Operation.ts'
import { runLoad } from '../load/runLoad.ts'
import type { LoadOptions } from '../load/runLoad.ts'
import type { Sample } from '../measure/Sample.ts'
import type { ProcessUse } from '../measure/measureProcess.ts'
import type { RunningSystem, System } from '../systems/System.ts'
import type { Workload } from '../workloads/Workload.ts'
import type { Niks } from './createNiks.ts'

export interface TurnOptions {
  readonly workload: Workload
  readonly system: System
  readonly running: RunningSystem
  readonly operation: Operation
  readonly niks: Niks
  readonly agencies: Pick<StubAgencies, 'takeCalls'>
  /** Begins to measure a process; the function answers what it took since. */
  readonly measure: (pid: number) => () => ProcessUse
  /** Milliseconds that are not measured, and milliseconds that are. */
  readonly times: { readonly warmUp: number; readonly measured: number }
  readonly signal: AbortSignal
}

/** A measured sample, or what was wrong with an answer. */
export type Turn = Sample | { readonly fault: string }

/** One turn of one system: known applicants are asked for twice, then the load runs for a while, and is then measured. */
export async function takeTurn(options: TurnOptions): Promise<Turn> {
  const { workload, system, running, operation, niks, agencies, measure, times, signal } = options
  const { shape, clients } = workload
  const load = {
    url: running.url,
    headers: running.headers,
    clients,
    operation,
    signal,
    nextNik: niks.sequence(shape, system.asks),
  }
  const preparations: readonly LoadOptions[] = [
    ...(system.asks === 'known' ? [{ ...load, clients: 1, until: { requests: 2 * niks.known(shape).length } }] : []),
    { ...load, until: { milliseconds: times.warmUp } },
  ]
  for (const preparation of preparations) {
    const { fault } = await runLoad(preparation)
    if (fault !== undefined) return { fault }
  }

  await agencies.takeCalls()
  const measured = measure(running.pid)
  const { latencies, duration, fault } = await runLoad({ ...load, until: { milliseconds: times.measured } })
  const use = measured()
  const calls = await agencies.takeCalls()
  return fault === undefined ? { latencies, duration, calls, ...use } : { fault }
}
