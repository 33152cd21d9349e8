import type { Figures } from '../measure/Figures.ts'
import type { Run } from '../run/Run.ts'
import type { Workload } from '../workloads/Workload.ts'
import { renderRows } from './renderRows.ts'

const columns = ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms', 'peak MiB', 'calls']

/** The table of one workload: a line for each system, and under it in words what was not measured, and why. */
export function renderWorkload({ name, shape, clients, delay }: Workload, runs: readonly Run[]): string {
  const people = shape.applicants === 1 ? 'one applicant' : `a list of ${shape.applicants}`
  const asking = clients === 1 ? '1 client' : `${clients} clients`
  const agencies = delay === 0 ? 'agencies that answer at once' : `agencies that take ${delay} ms`
  const title = `${name}: ${people}, ${asking}, ${agencies}`
  return [title, renderRows([columns, ...runs.map(rowOf)]), ...runs.flatMap(noteOf)].join('\n')
}

function rowOf({ system, outcome }: Run): readonly string[] {
  switch (outcome.kind) {
    case 'measured':
      return [system, ...cellsOf(outcome.figures)]
    case 'failed':
      return [system, 'FAILED']
    case 'unavailable':
      return [system, 'not there']
    case 'unasked':
      return [system, '-']
    default:
      return outcome satisfies never
  }
}

function cellsOf({ requestsPerSecond, p50, p99, cpu, peakMemory, calls }: Figures): readonly string[] {
  return [
    requestsPerSecond.toFixed(requestsPerSecond < 100 ? 1 : 0),
    p50.toFixed(2),
    p99.toFixed(2),
    cpu.toFixed(cpu < 10 ? 3 : 1),
    peakMemory.toFixed(0),
    calls.toFixed(2),
  ]
}

function noteOf({ system, outcome }: Run): readonly string[] {
  if (outcome.kind === 'failed') return [`FAILED: ${system}: ${outcome.fault}`]
  if (outcome.kind === 'unavailable') return [`not there: ${system}: ${outcome.reason}`]
  return []
}
