import type { EntityKeys } from '../supergraph/EntityKeys.ts'
import type { OutcomeMetrics } from './CacheMetrics.ts'
import type { CachePart } from './CachePart.ts'
import type { CacheQuestion } from './CacheQuestion.ts'
import type { CacheRequest, EntityCache } from './EntityCache.ts'
import { createAnswerer } from './createAnswerer.ts'
import { createFetcher } from './createFetcher.ts'
import { createFlights } from './createFlights.ts'
import { createPatience } from './createPatience.ts'
import { createReader } from './createReader.ts'
import { createSender } from './createSender.ts'
import { createWriter } from './createWriter.ts'
import type { EntryNames } from './names/EntryNames.ts'
import type { Keyring } from './names/Keyring.ts'
import { createNames } from './names/createNames.ts'
import type { GuardedStore } from './stores/GuardedStore.ts'
import { storeTime } from './stores/storeTime.ts'

export interface EntityCacheOptions {
  readonly store: Omit<GuardedStore, 'close'>
  /** Makes the names of entries and counters. */
  readonly keyring: Keyring
  readonly entityKeys: EntityKeys
  /** Tells one supergraph from another: what was kept under one is unknown under the next. */
  readonly supergraph: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. Only tests need another than the process's. */
  readonly now?: (() => number) | undefined
  readonly metrics: OutcomeMetrics
}

/** Milliseconds in which the store has to take a change. */
const changeLimit = 1_000

/** Makes the cache in front of the agencies of one supergraph. Others may share the store, which outlives them all. */
export function createEntityCache(options: EntityCacheOptions): EntityCache {
  const { store, keyring, entityKeys, supergraph, clock, now = () => performance.now(), metrics } = options
  const [first, ...others] = keyring
  const names = createNames({ keys: first, entityKeys, supergraph })
  const olderNames = others.map((keys) => createNames({ keys, entityKeys, supergraph }))
  const read = createReader({ store, patience: createPatience(storeTime), clock, metrics })
  const writer = createWriter({ store, clock })
  const flights = createFlights(now)
  const fetchMissing = createFetcher({ flights, send: createSender(writer) })
  const answer = createAnswerer({ read, fetchMissing, metrics })

  function partsOf(questions: readonly CacheQuestion[], asker: CacheRequest['asker']): readonly CachePart[] {
    const given = names.nameAll(questions, asker)
    const older = olderNames.map((one) => one.nameAll(questions, asker))
    const parts: CachePart[] = []
    for (let position = 0; position < questions.length; position += 1) {
      const question = questions[position]
      const own = given[position]
      if (question === undefined || own === undefined) continue
      parts.push({ position, question, names: older.length === 0 ? [own] : withOlder(own, older, position) })
    }
    return parts
  }

  async function raise(counters: readonly string[]): Promise<void> {
    if (counters.length === 0) return
    flights.noteChange()
    await store.increment([...new Set(counters)], AbortSignal.timeout(changeLimit))
  }

  return {
    answer(questions, request, fetch) {
      return answer(partsOf(questions, request.asker), request, fetch)
    },
    invalidate: (tags) => raise([names, ...olderNames].flatMap((one) => tags.flatMap(one.changeOf))),
    invalidateAgency: (agency) => raise([names, ...olderNames].map((one) => one.agency(agency))),
    close: writer.idle,
  }
}

function withOlder(own: EntryNames, older: readonly (readonly EntryNames[])[], position: number): CachePart['names'] {
  return [own, ...older.flatMap((names) => names[position] ?? [])]
}
