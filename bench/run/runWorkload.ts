import type { Sample } from '../measure/Sample.ts'
import { summarise } from '../measure/summarise.ts'
import type { Target } from '../report/Target.ts'
import type { System } from '../systems/System.ts'
import type { Outcome, Run } from './Run.ts'
import type { Fleet } from './createFleet.ts'
import { divideIntoHeats } from './divideIntoHeats.ts'
import { takeTurn } from './takeTurn.ts'
import type { TurnOptions } from './takeTurn.ts'

export interface WorkloadOptions extends Omit<TurnOptions, 'system' | 'running' | 'times'> {
  readonly systems: readonly System[]
  /** What is held against what: see `divideIntoHeats`. */
  readonly targets: readonly Target[]
  readonly fleet: Fleet
  /** How often each system has its turn. */
  readonly rounds: number
  readonly times: Times
}

/** In milliseconds. */
export interface Times {
  /** What is not measured, before the first turn of a system, and before each later one. */
  readonly warmUp: { readonly first: number; readonly later: number }
  readonly measured: number
}

/**
 * Lets each system take its turns under one workload, one system after the other in every round of a heat, so that what else the
 * machine does falls on all alike. A system that fails has no further turn.
 */
export async function runWorkload(options: WorkloadOptions): Promise<readonly Run[]> {
  const { systems, targets } = options
  const runs: Run[] = []
  for (const heat of divideIntoHeats(systems, targets)) runs.push(...(await runHeat(heat, options)))
  return systems.flatMap(({ name }) => runs.filter(({ system }) => system === name))
}

async function runHeat(systems: readonly System[], options: WorkloadOptions): Promise<readonly Run[]> {
  const { workload, rounds, times } = options
  const ended = new Map<System, Outcome>()
  const samples = new Map<System, Sample[]>(systems.map((system) => [system, []]))

  for (let round = 0; round < rounds; round += 1) {
    // To and fro, so that none always follows upon the same other, and what grows slowly comes first and last in turn.
    for (const system of round % 2 === 0 ? systems : systems.toReversed()) {
      if (ended.has(system)) continue
      const warmUp = round === 0 ? times.warmUp.first : times.warmUp.later
      const turn = await attempt(system, { ...options, times: { warmUp, measured: times.measured } })
      if ('kind' in turn) ended.set(system, turn)
      else samples.get(system)?.push(turn)
    }
  }
  return [...samples].map(([system, taken]): Run => {
    return { workload: workload.name, system: system.name, outcome: ended.get(system) ?? measured(taken) }
  })
}

type Attempt = Omit<TurnOptions, 'system' | 'running'> & Pick<WorkloadOptions, 'fleet'>

function measured(samples: readonly Sample[]): Outcome {
  return { kind: 'measured', figures: summarise(samples), turns: samples.map((sample) => summarise([sample])) }
}

async function attempt(system: System, options: Attempt): Promise<Sample | Outcome> {
  const { fleet, workload, signal } = options
  if (system.answers?.includes(workload.shape.name) === false) return { kind: 'unasked' }
  try {
    await fleet.running(system)
  } catch (error) {
    signal.throwIfAborted()
    return { kind: 'unavailable', reason: error instanceof Error ? error.message : String(error) }
  }
  const turn = await takeTurn({ ...options, system, running: await fleet.running(system) })
  if (!('fault' in turn)) return turn
  await fleet.discard(system)
  return { kind: 'failed', fault: turn.fault }
}
