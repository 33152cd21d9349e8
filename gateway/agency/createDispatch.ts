import { setTimeout as sleep } from 'node:timers/promises'
import type { BreakerState } from '../../platform/BreakerState.ts'
import type { Logger } from '../../platform/Logger.ts'
import { createCallSigner } from '../../platform/createCallSigner.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import type { AgencyAddress } from '../supergraph/AgencyAddress.ts'
import type { AgencyMetrics } from './AgencyMetrics.ts'
import type { Dispatch } from './Dispatch.ts'
import { createAgencyBreaker } from './createAgencyBreaker.ts'
import { createRetryBudget } from './createRetryBudget.ts'
import { createTransport } from './createTransport.ts'
import { withBreaker } from './withBreaker.ts'
import { withConcurrency } from './withConcurrency.ts'
import { withDeadline } from './withDeadline.ts'
import { withIdentity } from './withIdentity.ts'
import { withMetrics } from './withMetrics.ts'
import { withRetry } from './withRetry.ts'

export interface DispatchOptions {
  /** The agencies known from the start; their breakers are listed before the first call. */
  readonly agencies: readonly AgencyAddress[]
  /** The secret that each agency's call key is derived from. */
  readonly callSecret: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly metrics: AgencyMetrics
  readonly logger: Logger
  /** From 0 to 1, for the retry's jitter. */
  readonly random: () => number
  readonly limits?: Partial<DispatchLimits>
}

export interface DispatchLimits {
  /**
   * Milliseconds that an agency may take. Under half of the request's deadline (5,000), so that after one silent agency
   * the fetches that build on it are still made, and after two of them the answer still leaves.
   */
  readonly timeout: number
  /** Milliseconds of the request's deadline that no agency gets, for the gateway to answer in. */
  readonly reserve: number
  readonly connectTimeout: number
  readonly maxAnswerBytes: number
  /** Connections to an agency, and calls that may wait for one. */
  readonly connections: number
  readonly queue: number
  /** Milliseconds a breaker stays open before it probes. */
  readonly breakerPause: number
}

export interface AgencyDispatch {
  readonly dispatch: Dispatch
  readonly breakerStates: () => Readonly<Record<string, BreakerState>>
  /**
   * Says which agencies there are from here on; of one that is told of twice, the last address is the newest, and its breaker the
   * one that is shown. What leads to none of them is closed when its calls are over.
   */
  readonly keepOnly: (agencies: readonly AgencyAddress[]) => void
  /** Resolves when calls in flight are over and every connection is closed. */
  readonly close: () => Promise<void>
}

const defaults: DispatchLimits = {
  timeout: 2_000,
  reserve: 250,
  connectTimeout: 1_000,
  maxAnswerBytes: 8 * 1024 * 1024,
  connections: 64,
  queue: 256,
  breakerPause: 5_000,
}

interface Line {
  readonly dispatch: Dispatch
  readonly breakerState: () => BreakerState
  readonly close: () => Promise<void>
}

/**
 * The way from the gateway to its agencies. Each agency has its own connections, queue, retry budget and breaker, so that
 * one in trouble takes nothing from the others. `dispatch` answers, or rejects with an AgencyFailure.
 */
export function createDispatch(options: DispatchOptions): AgencyDispatch {
  const limits = { ...defaults, ...options.limits }
  const lines = new Map<string, Line>()
  const closing = new Set<Promise<void>>()
  /** Where each agency is reached from here on. */
  let addresses = addressesOf(options.agencies)

  const stateOf = (agency: string, url: string): BreakerState =>
    lines.get(nameOf(agency, url))?.breakerState() ?? 'closed'
  /** A line that leads elsewhere has no say: what is told is the state of the one that counts, whichever has changed. */
  function tell(agency: string): void {
    const url = addresses.get(agency)
    options.metrics.breaker(agency, url === undefined ? undefined : stateOf(agency, url))
  }
  function note(agency: string, state: BreakerState): void {
    tell(agency)
    options.logger[state === 'open' ? 'warn' : 'info']({ agency, state }, 'the breaker of an agency has another state')
  }
  function lineTo(agency: string, url: string): Line {
    const name = nameOf(agency, url)
    const line =
      lines.get(name) ?? createLine({ ...options, limits, agency, url, onState: (state) => note(agency, state) })
    lines.set(name, line)
    return line
  }
  for (const agency of addresses.keys()) tell(agency)
  return {
    dispatch: (call) => lineTo(call.agency, call.url).dispatch(call),
    breakerStates: () => Object.fromEntries(Array.from(addresses, ([name, url]) => [name, stateOf(name, url)])),
    keepOnly(agencies) {
      const kept = new Set(agencies.map(({ name, url }) => nameOf(name, url)))
      for (const [name, line] of lines) {
        if (kept.has(name)) continue
        lines.delete(name)
        const closed = line
          .close()
          .catch((error: unknown) => options.logger.error({ error }, 'connections to an agency did not close'))
          .finally(() => closing.delete(closed))
        closing.add(closed)
      }
      const before = addresses
      addresses = addressesOf(agencies)
      for (const agency of new Set([...before.keys(), ...addresses.keys()]))
        if (before.get(agency) !== addresses.get(agency)) tell(agency)
    },
    async close() {
      await Promise.all([...[...lines.values()].map((line) => line.close()), ...closing])
    },
  }
}

function addressesOf(agencies: readonly AgencyAddress[]): ReadonlyMap<string, string> {
  return new Map(agencies.map(({ name, url }) => [name, url]))
}

function nameOf(agency: string, url: string): string {
  return `${agency} ${url}`
}

interface LineOptions extends Omit<DispatchOptions, 'limits'> {
  readonly agency: string
  readonly url: string
  readonly limits: DispatchLimits
  readonly onState: (state: BreakerState) => void
}

/** The wrappers around one agency's transport, outermost first in the list at the end. */
function createLine({ agency, url, limits, clock, metrics, random, callSecret, onState }: LineOptions): Line {
  const transport = createTransport({ agency, url, ...limits })
  const sign = createCallSigner({ key: deriveCallKey(callSecret, agency), agency, clock })
  // How long something took is no matter of the time of day, which may be set.
  const now = (): number => performance.now()
  const breaker = createAgencyBreaker({ pause: limits.breakerPause, now, onState })
  const budget = createRetryBudget({ share: 0.1, floor: 2, ceiling: 10 })

  const wrappers: readonly ((dispatch: Dispatch) => Dispatch)[] = [
    // Outermost: a call counts once, with the outcome and the time that the plan saw, retry and queue included.
    (dispatch) => withMetrics(dispatch, { metrics, clock: now }),
    // Around the retry: both attempts and the queue share one time limit, so no agency can take twice its time.
    (dispatch) => withDeadline(dispatch, limits),
    // Around the breaker: each attempt counts for it, a probe is one request and not two, and an open breaker ends the
    // retrying too.
    (dispatch) =>
      withRetry(dispatch, {
        budget,
        pause: 25,
        leastTime: 50,
        random,
        wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
        onRetry: () => metrics.retried(agency),
      }),
    // Around the queue: a call that is refused takes nobody's place.
    (dispatch) => withBreaker(dispatch, { breaker, fairTime: limits.timeout / 4 }),
    (dispatch) => withConcurrency(dispatch, { calls: limits.connections, queue: limits.queue }),
    // Innermost: only a call that goes out is written and signed, and its minute begins when it goes.
    (dispatch) => withIdentity(dispatch, { sign }),
  ]
  return {
    dispatch: wrappers.reduceRight((inner, wrap) => wrap(inner), transport.send),
    breakerState: breaker.state,
    close: transport.close,
  }
}
