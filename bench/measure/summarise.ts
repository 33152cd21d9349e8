import type { Figures } from './Figures.ts'
import type { Sample } from './Sample.ts'
import { percentile } from './percentile.ts'

/** The figures of a run from its samples, all requests taken together. */
export function summarise(samples: readonly Sample[]): Figures {
  const latencies = samples.flatMap((sample) => sample.latencies)
  const requests = latencies.length
  const sum = (read: (sample: Sample) => number): number => samples.reduce((total, sample) => total + read(sample), 0)
  return {
    requests,
    requestsPerSecond: (requests * 1000) / sum(({ duration }) => duration),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    cpu: sum(({ cpu }) => cpu) / requests,
    peakMemory: Math.max(...samples.map(({ peakMemory }) => peakMemory)) / 1024 ** 2,
    calls: sum(({ calls }) => calls) / requests,
  }
}
