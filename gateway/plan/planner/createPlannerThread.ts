import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Piscina } from 'piscina'
import { codeOf } from '../../../platform/codeOf.ts'
import { fault } from '../../../platform/fault.ts'
import { isErrorCode } from '../../../platform/isErrorCode.ts'
import type { PlanNode } from '../../execute/PlanNode.ts'
import type { PlannerReply, PlannerTask } from './runPlanner.ts'

/** A planner in a thread of its own, which plans one operation at a time. */
export interface PlannerThread {
  /** The schema that clients see, as SDL. */
  readonly describe: (signal?: AbortSignal) => Promise<string>
  /** Rejects with OPERATION_TOO_LARGE for what takes too long or too much memory, and with OPERATION_UNPLANNABLE. */
  readonly plan: (task: PlanTask) => Promise<PlanNode | null>
  readonly close: () => Promise<void>
}

export type PlanTask = Exclude<PlannerTask, string>

/**
 * Of the thread's heap: the planner of a large supergraph takes some hundreds, and one that goes round in circles takes all. A thread
 * that comes to the limit by little and little ends; one array that grows beyond it at a stroke ends the process. So there is room for the
 * longest array that there can be (1 GiB) and for the one that it grows out of: what would be longer is a RangeError.
 */
const mostMegabytes = 3_072

/**
 * For all threads of the process, calls that WebAssembly makes are never compiled: V8 13.6 ends the process now and then where one thread
 * has compiled some and another one is gone that had as well (`Check failed: jit_page.has_value()`). In each of ours, Node reads TypeScript
 * by WebAssembly.
 */
const neverCompiled = `--wasm-wrapper-tiering-budget=${2 ** 31 - 1}`

/** Makes the thread of a supergraph. Planning may take so many milliseconds, after which the thread is replaced, as it is where its memory does not suffice. */
export function createPlannerThread(sdl: string, time: number): PlannerThread {
  setFlagsFromString(neverCompiled)
  const pool = new Piscina<PlannerTask, PlannerReply>({
    filename: join(import.meta.dirname, 'runPlanner.ts'),
    workerData: sdl,
    // None that ends is replaced before there is work for another: one that was given up would be, also once all is closed.
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  // What a thread that was ended has still said is for nobody, and no reason to end this process.
  pool.on('error', () => undefined)
  let isNew = true

  async function describe(signal?: AbortSignal): Promise<string> {
    const sdlOfClients = await pool.run('api schema', { name: 'runPlanner', signal: signal ?? null })
    if (typeof sdlOfClients !== 'string') throw new Error('A schema is a text.')
    isNew = false
    return sdlOfClients
  }

  return {
    describe,
    /** The time begins with the work: it has as long in a new thread, which reads the supergraph first. */
    async plan(task) {
      let signal: AbortSignal | undefined
      try {
        if (isNew) await describe()
        signal = AbortSignal.timeout(time)
        const made = await pool.run(task, { name: 'runPlanner', signal })
        if (typeof made === 'string') throw fault(isErrorCode(made) ? made : 'INTERNAL')
        return made
      } catch (error) {
        isNew ||= signal?.aborted === true || codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
        throw isNew ? fault('OPERATION_TOO_LARGE') : error
      }
    },
    close: () => pool.destroy(),
  }
}
