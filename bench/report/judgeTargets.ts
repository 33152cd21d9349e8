import { percentile } from '../measure/percentile.ts'
import type { Run } from '../run/Run.ts'
import type { FigureOf, Target } from './Target.ts'

export interface Judgement {
  readonly target: Target
  /** The median of all turns' ratios. Undefined where one of the two was not measured. */
  readonly ratio: number | undefined
  /** Half of the turns' ratios lie between these two. */
  readonly middle: readonly [number, number] | undefined
  readonly verdict: 'met' | 'missed' | 'not measured'
}

/**
 * Holds targets against the runs of one benchmark. The turns of a round are compared with each other, so that what the machine
 * did besides at that time is in both, and a round that it disturbed counts as one of many. What was measured under two workloads
 * has no rounds in common, and is compared as a whole.
 */
export function judgeTargets(targets: readonly Target[], runs: readonly Run[]): readonly Judgement[] {
  return targets.map((target): Judgement => {
    const ours = valuesOf(target.ours, runs)
    const others = valuesOf(target.other, runs)
    const ratios = isOfOneWorkload(target)
      ? ours.slice(0, others.length).map((value, turn) => value / (others[turn] ?? Number.NaN))
      : [percentile(ours, 0.5) / percentile(others, 0.5)]
    if (!ratios.every(Number.isFinite) || ratios.length === 0)
      return { target, ratio: undefined, middle: undefined, verdict: 'not measured' }
    const ratio = percentile(ratios, 0.5)
    const middle = [percentile(ratios, 0.25), percentile(ratios, 0.75)] as const
    return { target, ratio, middle, verdict: isWithin(ratio, target.bound) ? 'met' : 'missed' }
  })
}

function isOfOneWorkload({ ours, other }: Target): boolean {
  return ours.workload === other.workload
}

/** The figure of each turn. */
function valuesOf({ system, workload, figure, per = 1 }: FigureOf, runs: readonly Run[]): readonly number[] {
  const run = runs.find((one) => one.system === system && one.workload === workload)
  return run?.outcome.kind === 'measured' ? run.outcome.turns.map((turn) => turn[figure] / per) : []
}

function isWithin(ratio: number, bound: Target['bound']): boolean {
  return 'atLeast' in bound ? ratio >= bound.atLeast : ratio <= bound.atMost
}
