import type { Target } from './Target.ts'
import type { Judgement } from './judgeTargets.ts'
import { renderRows } from './renderRows.ts'

/** The table of the targets, each with the ratio that was reached. */
export function renderTargets(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ target, ratio, middle, verdict }) => [
    `${target.title}, ${against(target)}`,
    ratio === undefined ? '' : `${ratio.toFixed(2)}x`,
    middle === undefined ? '' : middle.map((bound) => bound.toFixed(2)).join(' to '),
    'atLeast' in target.bound ? `at least ${target.bound.atLeast}x` : `at most ${target.bound.atMost}x`,
    verdict,
  ])
  return renderRows([['ratios', 'reached', 'half of the turns', 'target', ''], ...rows])
}

function against({ ours, other }: Target): string {
  return ours.system === other.system ? ours.system : `${ours.system} against ${other.system}`
}
