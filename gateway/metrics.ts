import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { BreakerState } from '../platform/BreakerState.ts'
import type { FairnessMetrics } from './access/fairness/FairnessMetrics.ts'
import type { AgencyMetrics } from './agency/AgencyMetrics.ts'
import type { CacheMetrics } from './cache/CacheMetrics.ts'
import type { LedgerMetrics } from './disclose/ledger/LedgerMetrics.ts'
import type { ChangeMetrics, ChangeOutcome } from './intake/ChangeMetrics.ts'
import type { ExchangeOutcome, RequestMetrics } from './intake/beginExchange.ts'

/** What the gateway counts, and the text in which Prometheus reads it. */
export interface Metrics {
  readonly agencies: AgencyMetrics
  readonly cache: CacheMetrics
  readonly changes: ChangeMetrics
  readonly fairness: FairnessMetrics
  readonly ledger: LedgerMetrics
  readonly requests: RequestMetrics
  readonly supergraphs: SupergraphMetrics
  readonly contentType: string
  readonly render: () => Promise<string>
}

/** Counts supergraphs, and manifests of operations, that came while the gateway ran: taken over, or refused. */
export interface SupergraphMetrics {
  readonly observe: (outcome: 'taken' | 'refused') => void
}

/** Up to the longest that DEADLINE_MS and AGENCY_TIMEOUT_MS may be. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

const breakerStates: readonly BreakerState[] = ['closed', 'half-open', 'open']
const requestOutcomes: readonly ExchangeOutcome[] = ['answered', 'partial', 'refused', 'failed', 'left']
const writeRefusals: readonly string[] = ['OOM', 'READONLY', 'NOPERM', 'MISCONF', 'CLUSTERDOWN']
const changeOutcomes: readonly ChangeOutcome[] = ['taken', 'refused', 'failed']

/**
 * Makes the counters of one gateway, all of them beginning with `satu_atap_`, beside those of the process. What may be counted
 * is there at 0 before it is: Prometheus does not see the first of what begins with it.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const { begin, ...changes } = countChanges(registry)
  return {
    agencies: countAgencies(registry, begin),
    cache: countCache(registry),
    changes,
    fairness: countFairness(registry),
    ledger: countLedger(registry),
    requests: countRequests(registry),
    supergraphs: countSupergraphs(registry),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  }
}

/** Begins to count of an agency when it is first told of, here and where else it is counted by agency. */
function countAgencies(registry: Registry, beginElsewhere: (agency: string) => void): AgencyMetrics {
  const registers = [registry]
  const calls = new Counter({
    name: 'satu_atap_agency_calls_total',
    help: 'Calls to an agency as the plan sees them, by outcome: ok, or the kind of failure.',
    labelNames: ['agency', 'outcome'],
    registers,
  })
  const duration = new Histogram({
    name: 'satu_atap_agency_call_duration_seconds',
    help: 'Time that a call took that was sent to an agency, retry and queue included.',
    labelNames: ['agency'],
    buckets: seconds,
    registers,
  })
  const retries = new Counter({
    name: 'satu_atap_agency_retries_total',
    help: 'Calls that were sent a second time.',
    labelNames: ['agency'],
    registers,
  })
  const breaker = gaugeBreakers(registry, {
    name: 'satu_atap_agency_breaker_state',
    help: '1 for the state that the breaker of an agency is in.',
    labelNames: ['agency'],
  })
  return {
    observe(agency, outcome, took) {
      calls.inc({ agency, outcome })
      if (took !== undefined) duration.observe({ agency }, took)
    },
    retried: (agency) => retries.inc({ agency }),
    breaker(agency, state) {
      breaker({ agency }, state)
      if (state === undefined) return
      calls.inc({ agency, outcome: 'ok' }, 0)
      retries.inc({ agency }, 0)
      beginElsewhere(agency)
    },
  }
}

function countCache(registry: Registry): CacheMetrics {
  const registers = [registry]
  const questions = new Counter({
    name: 'satu_atap_cache_questions_total',
    help: 'Entities and root fetches by what became of them: hit, negative, joined, stale or miss; refused and error come on top.',
    labelNames: ['agency', 'type', 'outcome'],
    registers,
  })
  const refused = new Counter({
    name: 'satu_atap_cache_refused_writes_total',
    help: 'Writes that Redis refused, by code: OOM, READONLY, NOPERM, MISCONF, CLUSTERDOWN or other.',
    labelNames: ['code'],
    registers,
  })
  for (const code of [...writeRefusals, 'other']) refused.inc({ code }, 0)
  const breaker = gaugeBreakers(registry, {
    name: 'satu_atap_cache_breaker_state',
    help: '1 for the state that the breaker of the store is in.',
  })
  return {
    observe: ({ agency, type }, outcome, count) => questions.inc({ agency, type, outcome }, count),
    breaker: (state) => breaker({}, state),
    writeRefused: (refusal) => refused.inc({ code: writeRefusals.includes(refusal) ? refusal : 'other' }),
  }
}

interface ChangeCounter extends ChangeMetrics {
  readonly begin: (agency: string) => void
}

function countChanges(registry: Registry): ChangeCounter {
  const announcements = new Counter({
    name: 'satu_atap_announcements_total',
    help: 'Announcements of what changed, by agency, empty where none proved to be one, and outcome: taken, refused, or failed because the cache did not take it.',
    labelNames: ['agency', 'outcome'],
    registers: [registry],
  })
  announcements.inc({ agency: '', outcome: 'refused' }, 0)
  return {
    begin(agency) {
      for (const outcome of changeOutcomes) announcements.inc({ agency, outcome }, 0)
    },
    ended: (agency = '', outcome) => announcements.inc({ agency, outcome }),
  }
}

function countFairness(registry: Registry): FairnessMetrics {
  const registers = [registry]
  const refusals = new Counter({
    name: 'satu_atap_fairness_refusals_total',
    help: 'Requests refused for what their client had asked for before, by limit: rate, or applicants.',
    labelNames: ['limit'],
    registers,
  })
  for (const limit of ['rate', 'applicants']) refusals.inc({ limit }, 0)
  const breaker = gaugeBreakers(registry, {
    name: 'satu_atap_fairness_breaker_state',
    help: '1 for the state that the breaker of the Redis is in that gateways keep count of clients in.',
  })
  return {
    refused: (limit) => refusals.inc({ limit }),
    breaker: (state) => breaker({}, state),
  }
}

function countLedger(registry: Registry): LedgerMetrics {
  const registers = [registry]
  const entries = new Counter({
    name: 'satu_atap_ledger_entries_total',
    help: 'Entries of the ledger that are on disk.',
    registers,
  })
  const duration = new Histogram({
    name: 'satu_atap_ledger_write_duration_seconds',
    help: 'Time that it took to write entries that go to disk together.',
    buckets: seconds,
    registers,
  })
  // Where there is no ledger it is not there either: it would be 0, which means that no records leave.
  let writable: Gauge | undefined
  return {
    wrote(count, took) {
      entries.inc(count)
      duration.observe(took)
    },
    writable(isWritable) {
      writable ??= new Gauge({
        name: 'satu_atap_ledger_writable',
        help: '1 while the ledger can be written; 0 while no records leave.',
        registers,
      })
      writable.set(isWritable ? 1 : 0)
    },
  }
}

interface BreakersOptions {
  readonly name: string
  readonly help: string
  /** What tells one breaker from another. */
  readonly labelNames?: readonly string[]
}

/** A gauge for each state that a breaker can be in, and none for a breaker that is in no state any more. */
function gaugeBreakers(registry: Registry, { name, help, labelNames = [] }: BreakersOptions) {
  const gauge = new Gauge({ name, help, labelNames: [...labelNames, 'state'], registers: [registry] })
  return function set(labels: Readonly<Record<string, string>>, state: BreakerState | undefined): void {
    for (const one of breakerStates) {
      if (state === undefined) gauge.remove({ ...labels, state: one })
      else gauge.set({ ...labels, state: one }, one === state ? 1 : 0)
    }
  }
}

function countSupergraphs(registry: Registry): SupergraphMetrics {
  const reloads = new Counter({
    name: 'satu_atap_supergraph_reloads_total',
    help: 'Supergraphs and manifests that came while the gateway ran, by outcome: taken, or refused because they cannot be served.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  for (const outcome of ['taken', 'refused']) reloads.inc({ outcome }, 0)
  return { observe: (outcome) => reloads.inc({ outcome }) }
}

function countRequests(registry: Registry): RequestMetrics {
  const registers = [registry]
  const inFlight = new Gauge({
    name: 'satu_atap_requests_in_flight',
    help: 'Requests that are being answered.',
    registers,
  })
  const requests = new Counter({
    name: 'satu_atap_requests_total',
    help: 'Requests by outcome: answered, partial (with gaps), refused, failed, or left by the client.',
    labelNames: ['outcome'],
    registers,
  })
  const duration = new Histogram({
    name: 'satu_atap_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    buckets: seconds,
    registers,
  })
  for (const outcome of requestOutcomes) requests.inc({ outcome }, 0)
  return {
    begun: () => inFlight.inc(),
    ended(outcome, took) {
      inFlight.dec()
      requests.inc({ outcome })
      duration.observe(took)
    },
  }
}
