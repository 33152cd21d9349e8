import { readApi } from '../data/readApi.ts'
import { openOperation } from '../load/openOperation.ts'
import { runLoad } from '../load/runLoad.ts'
import { measureProcess } from '../measure/measureProcess.ts'
import type { Options } from '../readOptions.ts'
import { targets } from '../report/targets.ts'
import type { Workload } from '../workloads/Workload.ts'
import { shapes } from '../workloads/shapes.ts'
import type { Run } from './Run.ts'
import { createFleet } from './createFleet.ts'
import { createNiks } from './createNiks.ts'
import { openWorld } from './openWorld.ts'
import { runWorkload } from './runWorkload.ts'
import type { WorkloadOptions } from './runWorkload.ts'

export interface BenchOptions extends Options {
  readonly signal: AbortSignal
  readonly say: (line: string) => void
  readonly onWorkload: (workload: Workload, runs: readonly Run[]) => void
}

/** So that the first workload meets code that is compiled, as all later ones do. */
const firstRequests = { milliseconds: 1000 }

/** About as many turns as fit into the time of a system: an odd number, so that one of them is the median. */
function divideTime({ seconds, warmUp }: Options, { shape }: Workload): Pick<WorkloadOptions, 'rounds' | 'times'> {
  const rounds = 1 + 2 * Math.floor((seconds * 1000) / shape.turn / 2)
  return { rounds, times: { warmUp, measured: (seconds * 1000) / rounds } }
}

/** Runs every workload on every system, side by side, and stops whatever it started. Rejects when the signal aborts. */
export async function runBench(options: BenchOptions): Promise<readonly Run[]> {
  const { workloads, signal, say, onWorkload } = options
  const api = readApi()
  const niks = createNiks()
  const world = await openWorld({ knownNiks: niks.known(shapes.one), signal, say })
  const { agencies } = world
  const fleet = createFleet(world, ({ url }, { asks }) => {
    const nextNik = niks.sequence(shapes.one, asks)
    // What is wrong now is wrong when it is measured, and is told then.
    return runLoad({
      url,
      clients: 16,
      until: firstRequests,
      operation: openOperation(shapes.one, api),
      nextNik,
      signal,
    })
  })
  const runs: Run[] = []
  try {
    for (const workload of workloads) {
      const operation = openOperation(workload.shape, api)
      await agencies.setDelay(workload.delay)
      const ended = await runWorkload({
        ...options,
        ...divideTime(options, workload),
        workload,
        targets,
        operation,
        niks,
        fleet,
        agencies,
        measure: measureProcess,
      })
      onWorkload(workload, ended)
      runs.push(...ended)
    }
  } finally {
    await fleet.stop()
    await world.close()
  }
  return runs
}
