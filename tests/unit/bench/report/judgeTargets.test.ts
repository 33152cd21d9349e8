import { describe, expect, it } from '@jest/globals'
import type { Target } from '../../../../bench/report/Target.ts'
import { judgeTargets } from '../../../../bench/report/judgeTargets.ts'
import { renderTargets } from '../../../../bench/report/renderTargets.ts'
import { targets } from '../../../../bench/report/targets.ts'
import type { Outcome, Run } from '../../../../bench/run/Run.ts'
import { systems } from '../../../../bench/systems/index.ts'
import { workloads } from '../../../../bench/workloads/workloads.ts'

const figures = { requests: 1, requestsPerSecond: 100, p50: 1, p99: 2, cpu: 4, peakMemory: 50, calls: 6 }

function run(system: string, workload: string, changes: Partial<typeof figures> | Outcome = {}): Run {
  return 'kind' in changes ? { system, workload, outcome: changes } : runOfTurns(system, workload, [changes])
}

function runOfTurns(system: string, workload: string, changes: readonly Partial<typeof figures>[]): Run {
  const turns = changes.map((change) => ({ ...figures, ...change }))
  return { system, workload, outcome: { kind: 'measured', figures, turns } }
}

const faster: Target = {
  title: 'requests/s',
  ours: { system: 'ours', workload: 'one', figure: 'requestsPerSecond' },
  other: { system: 'other', workload: 'one', figure: 'requestsPerSecond' },
  bound: { atLeast: 2 },
}
const flat: Target = {
  title: 'CPU per applicant',
  ours: { system: 'ours', workload: 'list500', figure: 'cpu', per: 500 },
  other: { system: 'ours', workload: 'list50', figure: 'cpu', per: 50 },
  bound: { atMost: 1.05 },
}

describe('a target', () => {
  it.each([
    [200, 2, 'met'],
    [199, 1.99, 'missed'],
  ])('of at least 2x is, at %d against 100, %dx and %s', (requestsPerSecond, ratio, verdict) => {
    const runs = [run('ours', 'one', { requestsPerSecond }), run('other', 'one')]
    expect(judgeTargets([faster], runs)).toEqual([{ target: faster, ratio, middle: [ratio, ratio], verdict }])
  })

  it('is held against the median of what the turns of each round say, whatever one of them met', () => {
    const of = (rates: readonly number[]) => rates.map((requestsPerSecond) => ({ requestsPerSecond }))
    const runs = [
      runOfTurns('ours', 'one', of([300, 150, 400, 20, 210])),
      runOfTurns('other', 'one', of([100, 50, 200, 100, 100])),
    ]
    expect(judgeTargets([faster], runs)).toEqual([{ target: faster, ratio: 2.1, middle: [2, 3], verdict: 'met' }])
  })

  it('compares what two workloads took as a whole: they have no rounds in common', () => {
    const of = (taken: readonly number[]) => taken.map((cpu) => ({ cpu }))
    const runs = [runOfTurns('ours', 'list50', of([9, 5, 5, 5, 5])), runOfTurns('ours', 'list500', of([50, 90, 40]))]
    expect(judgeTargets([flat], runs)).toMatchObject([{ ratio: 1, middle: [1, 1], verdict: 'met' }])
  })

  it('is not measured where the other figure is nothing', () => {
    const runs = [runOfTurns('ours', 'one', [{}, {}]), runOfTurns('other', 'one', [{}, { requestsPerSecond: 0 }])]
    expect(judgeTargets([faster], runs)).toMatchObject([{ ratio: undefined, verdict: 'not measured' }])
  })

  it('compares as many rounds as both systems had', () => {
    const runs = [runOfTurns('ours', 'one', [{}, {}, {}]), runOfTurns('other', 'one', [{ requestsPerSecond: 50 }])]
    expect(judgeTargets([faster], runs)).toMatchObject([{ ratio: 2, middle: [2, 2] }])
  })

  it('of at most so much is met below it, with each figure divided by its applicants', () => {
    const small = run('ours', 'list50', { cpu: 5 })
    expect(judgeTargets([flat], [small, run('ours', 'list500', { cpu: 50 })])[0]).toMatchObject({
      verdict: 'met',
      ratio: 1,
    })
    expect(judgeTargets([flat], [small, run('ours', 'list500', { cpu: 53 })])[0]).toMatchObject({ verdict: 'missed' })
  })

  it.each([
    ['failed', run('other', 'one', { kind: 'failed', fault: 'errors' })],
    ['is not there', run('other', 'one', { kind: 'unavailable', reason: 'no network' })],
    ['was under another workload', run('other', 'list50')],
  ])('is not measured when the other one %s', (_how, other) => {
    expect(judgeTargets([faster], [run('ours', 'one'), other])).toEqual([
      { target: faster, ratio: undefined, middle: undefined, verdict: 'not measured' },
    ])
  })

  it('is shown with the ratio that was reached', () => {
    const runs = [run('ours', 'one'), run('other', 'one'), run('ours', 'list50'), run('ours', 'list500')]
    expect(renderTargets(judgeTargets([faster, flat], runs)).split('\n')).toEqual([
      'ratios                          reached  half of the turns         target',
      'requests/s, ours against other    1.00x       1.00 to 1.00    at least 2x  missed',
      'CPU per applicant, ours           0.10x       0.10 to 0.10  at most 1.05x     met',
    ])
  })
})

describe('the targets', () => {
  it('are about systems and workloads that there are, and answers that these systems give', () => {
    for (const { system, workload } of targets.flatMap(({ ours, other }) => [ours, other])) {
      const known = systems.find(({ name }) => name === system)
      const shape = workloads.find(({ name }) => name === workload)?.shape.name
      expect([system, known?.answers ?? [shape]]).toEqual([system, expect.arrayContaining([shape])])
    }
  })
})
