import { describe, expect, it } from '@jest/globals'
import { renderWorkload } from '../../../../bench/report/renderWorkload.ts'
import { shapes } from '../../../../bench/workloads/shapes.ts'

describe('the table of a workload', () => {
  it('has a line for every system, and says what failed and what is not there, and why', () => {
    const workload = { name: 'list50-16-slow', shape: shapes.list50, clients: 16, delay: 20 }
    const figures = {
      requests: 9,
      requestsPerSecond: 1234.4,
      p50: 1.234,
      p99: 20,
      cpu: 0.5,
      peakMemory: 99.6,
      calls: 6,
    }
    const text = renderWorkload(workload, [
      { workload: 'list50-16-slow', system: 'ours', outcome: { kind: 'measured', figures, turns: [figures] } },
      { workload: 'list50-16-slow', system: 'wrong', outcome: { kind: 'failed', fault: 'errors: []' } },
      {
        workload: 'list50-16-slow',
        system: 'peer',
        outcome: { kind: 'unavailable', reason: 'npm could not install it' },
      },
      { workload: 'list50-16-slow', system: 'bare', outcome: { kind: 'unasked' } },
    ])
    expect(text.split('\n')).toEqual([
      'list50-16-slow: a list of 50, 16 clients, agencies that take 20 ms',
      '       requests/s  p50 ms  p99 ms  CPU ms  peak MiB  calls',
      'ours         1234    1.23   20.00   0.500       100   6.00',
      'wrong      FAILED',
      'peer    not there',
      'bare            -',
      'FAILED: wrong: errors: []',
      'not there: peer: npm could not install it',
    ])
  })

  it('says of one client and of agencies that answer at once that they are so', () => {
    const workload = { name: 'one-1', shape: shapes.one, clients: 1, delay: 0 }
    expect(renderWorkload(workload, [])).toContain('one-1: one applicant, 1 client, agencies that answer at once')
  })
})
