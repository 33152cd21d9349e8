import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { openOperation } from '../../../../bench/load/openOperation.ts'
import type { Target } from '../../../../bench/report/Target.ts'
import { createFleet } from '../../../../bench/run/createFleet.ts'
import { createNiks } from '../../../../bench/run/createNiks.ts'
import { runWorkload } from '../../../../bench/run/runWorkload.ts'
import type { RunningSystem, System } from '../../../../bench/systems/System.ts'
import { shapes } from '../../../../bench/workloads/shapes.ts'
import { startHttpStub } from '../../../support/startHttpStub.ts'

const api = buildSchema(readFileSync(join(import.meta.dirname, '../../../../schema/api.graphql'), 'utf8'))
const operation = openOperation(shapes.one, api)

/** What a system answers to the request of this number, given the right data. */
type Answer = (data: string, number: number) => string

/** A system in this process. */
function stubSystem(name: string, answer: Answer, rest: Partial<System> = {}): System {
  async function start(): Promise<RunningSystem> {
    let number = 0
    const { url, stop } = await startHttpStub((response, { body }) => {
      const { variables } = JSON.parse(body) as { readonly variables: { readonly nik: string } }
      response.end(answer(operation.data([variables.nik]), number++))
    })
    return { url, headers: {}, pid: process.pid, stop }
  }
  return { name, title: name, asks: 'new', quick: true, start, ...rest }
}

const oneAgainstThird: Target = {
  title: 'CPU',
  ours: { system: 'one', workload: 'one-2', figure: 'cpu' },
  other: { system: 'third', workload: 'one-2', figure: 'cpu' },
  bound: { atMost: 1 },
}

const right: Answer = (data) => `{"data":${data}}`

/** Runs one workload of two clients on these systems; `known` is how often each was asked for somebody known. */
async function runOn(systems: readonly System[], targets: readonly Target[] = []) {
  const { signal } = new AbortController()
  const niks = createNiks()
  const agencies = { urls: new Map<string, string>(), takeCalls: () => Promise.resolve(12) }
  const world = { agencies, supergraphPath: '', folder: '', knownNiks: [], peers: () => Promise.resolve(''), signal }
  const fleet = createFleet(world, async () => {})
  try {
    return await runWorkload({
      workload: { name: 'one-2', shape: shapes.one, clients: 2, delay: 0 },
      systems,
      targets,
      fleet,
      rounds: 2,
      operation,
      niks,
      agencies,
      measure: () => () => ({ cpu: 30, peakMemory: 1024 ** 2 }),
      times: { warmUp: { first: 10, later: 5 }, measured: 20 },
      signal,
    })
  } finally {
    await fleet.stop()
  }
}

describe('a workload', () => {
  it('is measured on every system that answers rightly', async () => {
    const runs = await runOn([stubSystem('one', right), stubSystem('known', right, { asks: 'known' })])
    expect(runs.map(({ system, workload }) => [system, workload])).toEqual([
      ['one', 'one-2'],
      ['known', 'one-2'],
    ])
    for (const { outcome } of runs) {
      expect(outcome).toMatchObject({ kind: 'measured', figures: { peakMemory: 1 } })
      if (outcome.kind !== 'measured') continue
      const { requests, cpu, calls, p50, p99 } = outcome.figures
      expect(requests).toBeGreaterThan(0)
      expect(cpu * requests).toBeCloseTo(60)
      expect(calls * requests).toBeCloseTo(24)
      expect(p99).toBeGreaterThanOrEqual(p50)
      expect(outcome.turns.map((turn) => turn.cpu * turn.requests)).toEqual([expect.closeTo(30), expect.closeTo(30)])
    }
  })

  it.each<[string, readonly Target[], readonly string[]]>([
    ['to and fro: none always follows upon the same other', [], ['one', 'other', 'third', 'other', 'one']],
    ['heat after heat', [oneAgainstThird], ['one', 'third', 'one', 'other']],
  ])('is measured %s', async (_how, targets, expected) => {
    const turns: string[] = []
    const noting = (name: string) =>
      stubSystem(name, (data, number) => {
        if (turns.at(-1) !== name) turns.push(name)
        return right(data, number)
      })
    const runs = await runOn([noting('one'), noting('other'), noting('third')], targets)
    expect(turns).toEqual(expected)
    expect(runs.map(({ system }) => system)).toEqual(['one', 'other', 'third'])
  })

  it.each<[string, Answer, RegExp]>([
    ['wrong', (data) => `{"data":${data.replace('FEMALE', 'MALE')}}`, /^other data than expected/],
    [
      'partial',
      (data) => `{"data":${data},"errors":[{"message":"an agency is away"}]}`,
      /^errors: .*an agency is away/,
    ],
    ['somebody else’s', (data) => `{"data":${data.replaceAll(/\d{16}/g, '5318070101000001')}}`, /^other data/],
  ])('is failed by one answer that is %s, and goes on with the other systems', async (_what, wrong, fault) => {
    const late = stubSystem('late', (data, number) => (number === 3 ? wrong(data, number) : right(data, number)))
    const runs = await runOn([late, stubSystem('other', right)])
    expect(runs).toMatchObject([
      { system: 'late', outcome: { kind: 'failed', fault: expect.stringMatching(fault) } },
      { system: 'other', outcome: { kind: 'measured' } },
    ])
  })

  it('is failed by a system that is gone', async () => {
    const gone = stubSystem('gone', right, {
      start: async () => ({ url: 'http://127.0.0.1:1/', headers: {}, pid: process.pid, stop: async () => {} }),
    })
    expect(await runOn([gone])).toMatchObject([{ outcome: { kind: 'failed', fault: /^no answer: / } }])
  })

  it('says of a system that cannot be started why, and does not ask one that has no such answer', async () => {
    const missing = stubSystem('missing', right, { start: () => Promise.reject(new Error('npm could not install it')) })
    const runs = await runOn([missing, stubSystem('lists', right, { answers: ['list50'] })])
    expect(runs.map(({ outcome }) => outcome)).toEqual([
      { kind: 'unavailable', reason: 'npm could not install it' },
      { kind: 'unasked' },
    ])
  })
})
