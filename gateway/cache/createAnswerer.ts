import type { CacheMetrics, CacheOutcome } from './CacheMetrics.ts'
import type { CachePart, Found } from './CachePart.ts'
import type { CacheAnswer, CacheRequest, FetchParts, SharedAnswer } from './EntityCache.ts'
import type { Fetcher } from './createFetcher.ts'
import type { Reader } from './createReader.ts'
import type { MissingPart, Outcome } from './createSender.ts'
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
      const answer = answerFrom(found[index] ?? nothing)
      if (answer !== undefined) answers.set(position, answer)
    }
    return answers
  }

  async function ask(missing: readonly MissingPart[], request: CacheRequest, fetch: FetchParts): Promise<Asked> {
    const outcomes = new Map<number, Outcome>()
    for (const outcome of await fetchMissing(missing, request, fetch)) outcomes.set(outcome.position, outcome)
    const failed = missing.filter(
      ({ part, found: { value } }) => value !== undefined && outcomes.get(part.position)?.hasFailed === true,
    )
    const old = await standIns(
      failed.map(({ part }) => part),
      request,
    )
    return { outcomes, old }
  }

  return async function answer(parts, request, fetch) {
    const found = await read(parts, request)
    const missing = missingFrom(parts, found)
    // What is known whole waits for nothing more.
    const asked = missing.length === 0 ? nobodyAsked : await ask(missing, request, fetch)
    const tally = createTally(metrics)
    const answers = parts.map((part, index): CacheAnswer => {
      const known = found[index] ?? nothing
      const given = settle(part, known, asked)
      const { topic } = part.question
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
  readonly outcomes: ReadonlyMap<number, Outcome>
  /** What stands in for what failed. */
  readonly old: ReadonlyMap<number, SharedAnswer>
}

const nobodyAsked: Asked = { outcomes: new Map(), old: new Map() }

function missingFrom(parts: readonly CachePart[], found: readonly Found[]): readonly MissingPart[] {
  const missing: MissingPart[] = []
  for (const [index, part] of parts.entries()) {
    const known = found[index] ?? nothing
    if (!known.isFresh) missing.push({ part, found: known })
  }
  return missing
}

/** The answer to a part. */
function settle({ position }: CachePart, known: Found, { outcomes, old }: Asked): CacheAnswer {
  const outcome = outcomes.get(position)
  const kept = outcome === undefined ? answerFrom(known) : old.get(position)
  if (kept !== undefined) return { ...kept, why: known.why }
  const why = outcome === undefined || outcome.how === 'asked' ? known.why : outcome.how
  return { ...(outcome?.answer ?? { source: 'NONE' }), why }
}

function outcomeOf({ source, why }: CacheAnswer, { value }: Found): CacheOutcome {
  if (source === 'CACHE') return value?.isNegative === true ? 'negative' : 'hit'
  if (source === 'STALE') return 'stale'
  return why === 'joined' ? 'joined' : 'miss'
}

const nothing: Found = { epochs: undefined, value: undefined, isFresh: false, why: 'no-store' }
const flawless: SharedAnswer['flaws'] = []

function answerFrom({ value, isFresh }: Found): SharedAnswer | undefined {
  if (value === undefined) return undefined
  return { source: isFresh ? 'CACHE' : 'STALE', data: dataOf(value), flaws: flawless, asOf: value.fetchedAt }
}
