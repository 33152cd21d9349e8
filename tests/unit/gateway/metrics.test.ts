import { describe, expect, it } from '@jest/globals'
import { createMetrics } from '../../../gateway/metrics.ts'

/** The lines of a metric as Prometheus reads them. */
async function linesOf(metrics: ReturnType<typeof createMetrics>, name: string): Promise<readonly string[]> {
  const text = await metrics.render()
  return text.split('\n').filter((line) => line.startsWith(name))
}

describe('what a gateway counts', () => {
  it.each([
    ['satu_atap_requests_total', 'outcome', ['answered', 'partial', 'refused', 'failed', 'left']],
    ['satu_atap_supergraph_reloads_total', 'outcome', ['taken', 'refused']],
    ['satu_atap_cache_refused_writes_total', 'code', ['OOM', 'READONLY', 'NOPERM', 'MISCONF', 'CLUSTERDOWN', 'other']],
    ['satu_atap_fairness_refusals_total', 'limit', ['rate', 'applicants']],
  ])('is there before the first event: %s', async (name, label, values) => {
    expect(await linesOf(createMetrics(), name)).toEqual(values.map((value) => `${name}{${label}="${value}"} 0`))
  })

  it('is there of an agency once it is known', async () => {
    const metrics = createMetrics()
    metrics.agencies.breaker('passport', 'closed')
    metrics.agencies.breaker('health', undefined)
    expect(await linesOf(metrics, 'satu_atap_agency_calls_total')).toEqual([
      'satu_atap_agency_calls_total{agency="passport",outcome="ok"} 0',
    ])
    expect(await linesOf(metrics, 'satu_atap_agency_retries_total')).toEqual([
      'satu_atap_agency_retries_total{agency="passport"} 0',
    ])
    expect(await linesOf(metrics, 'satu_atap_announcements_total')).toEqual([
      'satu_atap_announcements_total{agency="",outcome="refused"} 0',
      'satu_atap_announcements_total{agency="passport",outcome="taken"} 0',
      'satu_atap_announcements_total{agency="passport",outcome="refused"} 0',
      'satu_atap_announcements_total{agency="passport",outcome="failed"} 0',
    ])
  })

  it('does not begin anew when a breaker changes its state', async () => {
    const metrics = createMetrics()
    metrics.agencies.observe('passport', 'ok', 0.1)
    metrics.agencies.breaker('passport', 'open')
    expect(await linesOf(metrics, 'satu_atap_agency_calls_total')).toEqual([
      'satu_atap_agency_calls_total{agency="passport",outcome="ok"} 1',
    ])
  })

  it('has no time for a call that was not sent', async () => {
    const metrics = createMetrics()
    metrics.agencies.observe('passport', 'BREAKER_OPEN', undefined)
    metrics.agencies.observe('passport', 'TIMEOUT', 20)
    const count = 'satu_atap_agency_call_duration_seconds_count'
    expect(await linesOf(metrics, count)).toEqual([`${count}{agency="passport"} 1`])
    expect(await linesOf(metrics, 'satu_atap_agency_calls_total')).toHaveLength(2)
  })

  it('says nothing of a ledger where there is none, and whether it can be written where there is one', async () => {
    const metrics = createMetrics()
    const name = 'satu_atap_ledger_writable'
    expect(await linesOf(metrics, name)).toEqual([])
    const seen = []
    for (const isWritable of [true, false]) {
      metrics.ledger.writable(isWritable)
      seen.push(...(await linesOf(metrics, name)))
    }
    expect(seen).toEqual([`${name} 1`, `${name} 0`])
  })

  it('has no more codes of refused writes than those it has from the start', async () => {
    const metrics = createMetrics()
    for (const refusal of ['OOM', 'OOM', 'MARIA', 'SITI']) metrics.cache.writeRefused(refusal)
    const lines = await linesOf(metrics, 'satu_atap_cache_refused_writes_total')
    expect(lines.filter((line) => !line.endsWith(' 0'))).toEqual([
      'satu_atap_cache_refused_writes_total{code="OOM"} 2',
      'satu_atap_cache_refused_writes_total{code="other"} 2',
    ])
  })

  it('tells times of a minute from one another', async () => {
    const metrics = createMetrics()
    metrics.requests.ended('answered', 20)
    const name = 'satu_atap_request_duration_seconds_bucket'
    const buckets = await linesOf(metrics, name)
    expect(buckets.slice(-4)).toEqual([
      `${name}{le="10"} 0`,
      `${name}{le="30"} 1`,
      `${name}{le="60"} 1`,
      `${name}{le="+Inf"} 1`,
    ])
  })
})
