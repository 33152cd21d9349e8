import { fault } from '../../../platform/fault.ts'
import type { PlanNode } from '../../execute/PlanNode.ts'
import { unservable } from '../unservable.ts'
import { createPlannerThread } from './createPlannerThread.ts'
import type { PlanTask, PlannerThread } from './createPlannerThread.ts'

/** A planner beside the thread that answers: however long a plan takes, requests go on. */
export interface OpenPlanner {
  /** The schema that clients see, as SDL. */
  readonly apiSdl: string
  /**
   * The plan of a document with one valid operation, with the overrides of these labels in force; null when it asks no agency. Rejects
   * with OPERATION_TOO_LARGE when it takes too long or too much memory, with OPERATION_UNPLANNABLE when agencies need too much of each
   * other for it, and with OVERLOADED when too many wait.
   */
  readonly plan: (text: string, labels?: readonly string[]) => Promise<PlanNode | null>
  readonly close: () => Promise<void>
}

export interface PlannerLimits {
  /** Milliseconds that planning may take. */
  readonly time: number
  /** Operations that may wait. */
  readonly queue: number
}

/** Threads at most, and milliseconds that an operation waits for the first one before there is another. */
const mostThreads = 2
const patience = 250

interface Waiting {
  readonly task: PlanTask
  readonly resolve: (plan: PlanNode | null) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Opens the planner of a supergraph, or gives up where the signal says so. Operations are planned one after the other in one thread;
 * where one of them takes long, there is a second thread for those behind it, until both have nothing to do. Throws an EnvironmentError
 * that says why a supergraph cannot be planned for.
 */
export async function openPlanner(sdl: string, limits: PlannerLimits, opening?: AbortSignal): Promise<OpenPlanner> {
  const first = createPlannerThread(sdl, limits.time)
  const apiSdl = await describe(first, opening)
  const threads = [first]
  const idle = [first]
  const waiting: Waiting[] = []
  let late: NodeJS.Timeout | undefined
  let isClosed = false

  async function run(thread: PlannerThread, { task, resolve, reject }: Waiting): Promise<void> {
    await thread.plan(task).then(resolve, reject)
    if (isClosed) return
    idle.push(thread)
    handOut()
    if (idle.length === threads.length) closeOthers()
  }
  function handOut(): void {
    for (let thread = idle[0], next = waiting[0]; thread && next; [thread, next] = [idle[0], waiting[0]]) {
      idle.shift()
      waiting.shift()
      void run(thread, next)
    }
    if (waiting.length > 0 && threads.length < mostThreads) late ??= setTimeout(addThread, patience)
  }
  function addThread(): void {
    late = undefined
    if (waiting.length === 0) return
    const thread = createPlannerThread(sdl, limits.time)
    threads.push(thread)
    idle.push(thread)
    handOut()
  }
  /** What is left of them is nobody's concern: they have nothing to do. */
  function closeOthers(): void {
    for (const thread of threads.splice(1)) void thread.close().catch(() => undefined)
    idle.splice(0, idle.length, first)
  }

  return {
    apiSdl,
    plan(text, labels = []) {
      if (isClosed) return Promise.reject(closed())
      if (idle.length === 0 && waiting.length >= limits.queue)
        return Promise.reject(fault('OVERLOADED', { retryAfterSeconds: 1 }))
      return new Promise((resolve, reject) => {
        waiting.push({ task: { text, labels }, resolve, reject })
        handOut()
      })
    },
    async close() {
      isClosed = true
      clearTimeout(late)
      for (const { reject } of waiting.splice(0)) reject(closed())
      await Promise.all(threads.splice(0).map((thread) => thread.close()))
    },
  }
}

function closed(): Error {
  return new Error('The planner is closed.')
}

async function describe(thread: PlannerThread, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await thread.describe(signal)
  } catch (error) {
    await thread.close()
    throw unservable(error)
  }
}
