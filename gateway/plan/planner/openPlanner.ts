import { join } from 'node:path'
import { Piscina } from 'piscina'
import { codeOf } from '../../../platform/codeOf.ts'
import { fault } from '../../../platform/fault.ts'
import type { PlanNode } from '../../execute/PlanNode.ts'
import { unservable } from '../unservable.ts'
import type { PlannerReply, PlannerTask } from './runPlanner.ts'

/** A planner in a thread of its own: however long a plan takes, requests go on. */
export interface OpenPlanner {
  /** The schema that clients see, as SDL. */
  readonly apiSdl: string
  /**
   * The plan of a document with one valid operation, with the overrides of these labels in force; null when it asks no agency. Rejects with OPERATION_TOO_LARGE when it
   * takes too long or too much memory, and with OVERLOADED when too many wait.
   */
  readonly plan: (text: string, labels?: readonly string[]) => Promise<PlanNode | null>
  readonly close: () => Promise<void>
}

export interface PlannerLimits {
  /** Milliseconds that planning may take, after which the thread is replaced, as it is where its memory does not suffice. */
  readonly time: number
  /** Operations that may wait. */
  readonly queue: number
}

/**
 * Opens the planner of a supergraph, or gives up where the signal says so. Throws an EnvironmentError that says why a supergraph
 * cannot be planned for.
 */
export async function openPlanner(sdl: string, limits: PlannerLimits, opening?: AbortSignal): Promise<OpenPlanner> {
  const pool: PlannerPool = new Piscina({
    filename: join(import.meta.dirname, 'runPlanner.ts'),
    workerData: sdl,
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  // What a thread that was ended has still said is for nobody, and no reason to end this process.
  pool.on('error', () => undefined)
  const apiSdl = await describe(pool, opening)

  let underWay = 0
  let isNew = false
  let last: Promise<unknown> = Promise.resolve()

  async function plan(text: string, labels: readonly string[] = []): Promise<PlanNode | null> {
    // One is planned, and the others wait.
    if (underWay > limits.queue) throw fault('OVERLOADED', { retryAfterSeconds: 1 })
    underWay += 1
    const made = last.then(() => planNow({ text, labels })).finally(() => (underWay -= 1))
    last = made.catch(() => undefined)
    return made
  }

  /** The time begins with the work: whoever waited, for another's plan or for a new thread, has as long as everybody. */
  async function planNow(task: Exclude<PlannerTask, string>): Promise<PlanNode | null> {
    if (isNew) await pool.run('api schema', { name: 'runPlanner' })
    isNew = false
    const signal = AbortSignal.timeout(limits.time)
    try {
      const made = await pool.run(task, { name: 'runPlanner', signal })
      if (typeof made === 'string') throw fault('OPERATION_TOO_LARGE')
      return made
    } catch (error) {
      const isGone = signal.aborted || codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
      isNew = isGone
      throw isGone ? fault('OPERATION_TOO_LARGE') : error
    }
  }
  return { apiSdl, plan, close: () => pool.destroy() }
}

/** Of the thread's heap: the planner of a large supergraph takes some hundreds, and one that goes round in circles takes all. */
const mostMegabytes = 1_024

type PlannerPool = Piscina<PlannerTask, PlannerReply>

async function describe(pool: PlannerPool, signal: AbortSignal | undefined): Promise<string> {
  try {
    const sdl = await pool.run('api schema', { name: 'runPlanner', signal: signal ?? null })
    if (typeof sdl !== 'string') throw new Error('A schema is a text.')
    return sdl
  } catch (error) {
    await pool.destroy()
    throw unservable(error)
  }
}
