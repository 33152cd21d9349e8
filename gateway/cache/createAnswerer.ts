import type { OutcomeMetrics, CacheOutcome } from './CacheMetrics.ts'
import type { CachePart, ReadPart } from './CachePart.ts'
import type { CacheAnswer, CacheRequest, FetchParts, SharedAnswer } from './EntityCache.ts'
import type { Fetcher } from './createFetcher.ts'
import type { Reader } from './createReader.ts'
import type { Outcome } from './createSender.ts'
import { createTally } from './createTally.ts'
import { dataOf } from './dataOf.ts'

export interface AnswererOptions {
  readonly read: Reader
  readonly fetchMissing: Fetcher
  readonly metrics: OutcomeMetrics
}

/** Answers parts, each at its place: from what is known, from an agency, or from what may stand in for it. */
export type Answerer = (
  parts: readonly CachePart[],
  request: CacheRequest,
  fetch: FetchParts,
) => Promise<readonly CacheAnswer[]>

/** Makes the answerer, which also counts what became of each part. */
export function createAnswerer({ read, fetchMissing, metrics }: AnswererOptions): Answerer {
  /** What there still is for parts whose agency has failed, by position. A change that came meanwhile counts. */
  async function standIns(parts: readonly CachePart[]): Promise<Asked['old']> {
    // With a time of its own: a request's own is used up by a store that is a little slow.
    const found = parts.length === 0 ? [] : await read(parts, { waiting: [{}] })
    return new Map(found.map((known) => [known.part.position, known]))
  }

  async function ask(missing: readonly ReadPart[], request: CacheRequest, fetch: FetchParts): Promise<Asked> {
    const outcomes: Outcome[] = []
    for (const outcome of await fetchMissing(missing, request, fetch)) outcomes[outcome.position] = outcome
    const failed = missing.filter(
      ({ part, value }) => value !== undefined && outcomes[part.position]?.hasFailed === true,
    )
    return { outcomes, old: await standIns(failed.map(({ part }) => part)) }
  }

  return async function answer(parts, request, fetch) {
    const found = await read(parts, request)
    const missing = found.filter(({ isFresh }) => !isFresh)
    // What is known whole waits for nothing more.
    const asked = missing.length === 0 ? nobodyAsked : await ask(missing, request, fetch)
    const tally = createTally(metrics)
    const answers = found.map((known): CacheAnswer => {
      const given = settle(known, asked)
      const { topic } = known.part.question
      tally.add(topic, outcomeOf(given, known))
      if (known.why === 'no-store') tally.add(topic, 'error')
      return given
    })
    tally.end()
    return answers
  }
}

/** What asking gave, by position. */
interface Asked {
  readonly outcomes: readonly (Outcome | undefined)[]
  /** What may stand in for what failed. */
  readonly old: ReadonlyMap<number, ReadPart>
}

const nobodyAsked: Asked = { outcomes: [], old: new Map() }

/** The answer to a part. */
function settle(known: ReadPart, { outcomes, old }: Asked): CacheAnswer {
  const { position } = known.part
  const outcome = outcomes[position]
  const kept = answerFrom(outcome === undefined ? known : old.get(position), known.why)
  if (kept !== undefined) return kept
  const why = outcome === undefined || outcome.how === 'asked' ? known.why : outcome.how
  return { ...(outcome?.answer ?? { source: 'NONE' }), why }
}

function outcomeOf({ source, why }: CacheAnswer, { value }: ReadPart): CacheOutcome {
  if (source === 'CACHE') return value?.isNegative === true ? 'negative' : 'hit'
  if (source === 'STALE') return 'stale'
  return why === 'joined' ? 'joined' : 'miss'
}

const none: SharedAnswer['gaps'] = []

function answerFrom(kept: ReadPart | undefined, why: CacheAnswer['why']): CacheAnswer | undefined {
  if (kept?.value === undefined) return undefined
  const { value, isFresh } = kept
  return { source: isFresh ? 'CACHE' : 'STALE', data: dataOf(value), gaps: none, asOf: value.life.fetchedAt, why }
}
