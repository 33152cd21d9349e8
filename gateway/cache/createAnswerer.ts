import type { CacheMetrics, CacheOutcome } from './CacheMetrics.ts'
import type { CacheNote } from './CacheNote.ts'
import type { CachePart, Found } from './CachePart.ts'
import type { CacheAnswer, CacheRequest, FetchParts, SharedAnswer } from './EntityCache.ts'
import type { Fetcher } from './createFetcher.ts'
import type { Reader } from './createReader.ts'
import type { Outcome } from './createSender.ts'
import { createTally } from './createTally.ts'
import { dataOf } from './dataOf.ts'

export interface AnswererOptions {
  readonly read: Reader
  readonly fetchMissing: Fetcher
  readonly metrics: CacheMetrics
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
  async function standIns(
    parts: readonly CachePart[],
    request: CacheRequest,
  ): Promise<ReadonlyMap<number, SharedAnswer>> {
    const answers = new Map<number, SharedAnswer>()
    const found = parts.length === 0 ? [] : await read(parts, request)
    for (const [index, { position }] of parts.entries()) {
      const answer = answerFrom(found[index])
      if (answer !== undefined) answers.set(position, answer)
    }
    return answers
  }

  return async function answer(parts, request, fetch) {
    const found = await read(parts, request)
    const known = parts.map((part, index) => ({ part, found: found[index] ?? nothing }))
    const outcomes = new Map<number, Outcome>()
    const missing = known.filter((one) => !one.found.isFresh)
    for (const outcome of await fetchMissing(missing, request, fetch)) outcomes.set(outcome.position, outcome)
    const failed = missing.filter(
      ({ part, found: { value } }) => value !== undefined && outcomes.get(part.position)?.hasFailed === true,
    )
    const old = await standIns(
      failed.map(({ part }) => part),
      request,
    )
    const tally = createTally(metrics)
    const answers = known.map((one): CacheAnswer => {
      const { topic } = one.part.question
      function report(source: CacheNote['source'], why: CacheNote['why']): void {
        tally.add(topic, outcomeOf(source, why, one.found))
        if (one.found.why === 'no-store') tally.add(topic, 'error')
        request.noteCache?.({ agency: topic.agency, type: topic.type, source, why })
      }
      const outcome = outcomes.get(one.part.position)
      const kept = outcome === undefined ? answerFrom(one.found) : old.get(one.part.position)
      if (kept !== undefined) {
        report(kept.source === 'CACHE' ? 'cached' : 'stale', one.found.why)
        return kept
      }
      report('live', outcome === undefined || outcome.how === 'asked' ? one.found.why : outcome.how)
      return outcome?.answer ?? { source: 'NONE' }
    })
    tally.end()
    return answers
  }
}

function outcomeOf(source: CacheNote['source'], why: CacheNote['why'], { value }: Found): CacheOutcome {
  if (source === 'cached') return value?.isNegative === true ? 'negative' : 'hit'
  if (source === 'stale') return 'stale'
  return why === 'joined' ? 'joined' : 'miss'
}

const nothing: Found = { epochs: undefined, value: undefined, isFresh: false, why: 'no-store' }

function answerFrom(found: Found | undefined): SharedAnswer | undefined {
  if (found?.value === undefined) return undefined
  const { fetchedAt } = found.value
  return { source: found.isFresh ? 'CACHE' : 'STALE', data: dataOf(found.value), flaws: [], asOf: fetchedAt }
}
