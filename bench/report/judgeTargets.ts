import type { Run } from '../run/Run.ts'
import type { FigureOf, Target } from './Target.ts'

export interface Judgement {
  readonly target: Target
  /** Undefined where one of the two was not measured. */
  readonly ratio: number | undefined
  readonly verdict: 'met' | 'missed' | 'not measured'
}

/** Holds targets against the runs of one benchmark. */
export function judgeTargets(targets: readonly Target[], runs: readonly Run[]): readonly Judgement[] {
  return targets.map((target): Judgement => {
    const ours = valueOf(target.ours, runs)
    const other = valueOf(target.other, runs)
    if (ours === undefined || other === undefined || other === 0)
      return { target, ratio: undefined, verdict: 'not measured' }
    const ratio = ours / other
    return { target, ratio, verdict: isWithin(ratio, target.bound) ? 'met' : 'missed' }
  })
}

function valueOf({ system, workload, figure, per = 1 }: FigureOf, runs: readonly Run[]): number | undefined {
  const run = runs.find((one) => one.system === system && one.workload === workload)
  return run?.outcome.kind === 'measured' ? run.outcome.figures[figure] / per : undefined
}

function isWithin(ratio: number, bound: Target['bound']): boolean {
  return 'atLeast' in bound ? ratio >= bound.atLeast : ratio <= bound.atMost
}
