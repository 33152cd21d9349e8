import { describe, expect, it } from '@jest/globals'
import { summarise } from '../../../../bench/measure/summarise.ts'

describe('the figures of a run', () => {
  it('take the requests of all samples together', () => {
    const one = { latencies: [1, 2, 3], duration: 100, cpu: 6, peakMemory: 3 * 1024 ** 2, calls: 18 }
    const other = { latencies: [9], duration: 300, cpu: 2, peakMemory: 5 * 1024 ** 2, calls: 2 }
    expect(summarise([one, other])).toEqual({
      requests: 4,
      requestsPerSecond: 10,
      p50: 2,
      p99: 9,
      cpu: 2,
      peakMemory: 5,
      calls: 5,
    })
  })
})
