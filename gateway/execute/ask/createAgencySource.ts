import type { EntityCache } from '../../cache/EntityCache.ts'
import type { EntityKeys } from '../../supergraph/EntityKeys.ts'
import type { Identifier } from '../question/createIdentifier.ts'
import { createQuestioner } from '../question/createQuestioner.ts'
import { createAskSource } from './createAskSource.ts'
import type { AskSource, AskSourceOptions, FetchText } from './createAskSource.ts'
import { createErrorReader } from './createErrorReader.ts'
import { nameText } from './nameText.ts'

export interface AgencySourceOptions extends Omit<AskSourceOptions, 'reader' | 'kept'> {
  /** Without it, the agency is asked each time. */
  readonly cached?: Cached | undefined
}

/** The cache of a supergraph, and how its entities are named there. */
export interface Cached {
  readonly cache: EntityCache
  readonly entityKeys: EntityKeys
  readonly identify: Identifier
}

/** One agency as an engine sees it. */
export interface AgencySource {
  /** Reads the text of a fetch, once for all its times. */
  readonly open: (text: FetchText) => AskSource
}

/** Makes the source of an agency: its answers, from itself or from the cache, to one request or several at once. */
export function createAgencySource({ cached, ...options }: AgencySourceOptions): AgencySource {
  const { agency, supergraph } = options
  const kept = cached && { cache: cached.cache, questionsOf: createQuestioner({ agency, supergraph, ...cached }) }
  const asking = { ...options, reader: createErrorReader(supergraph, agency), kept }
  // Plans that say the same to an agency, and look into the same of what it says, ask together. A source takes many times its text, and
  // the bound on plans holds only if it is gone with the last plan that asks it.
  const opened = new Map<string, WeakRef<AskSource>>()
  const gone = new FinalizationRegistry((name: string) => {
    if (opened.get(name)?.deref() === undefined) opened.delete(name)
  })
  return {
    open(text) {
      const name = nameText(text)
      const before = opened.get(name)?.deref()
      if (before !== undefined) return before
      const ask = createAskSource(text, asking)
      opened.set(name, new WeakRef(ask))
      gone.register(ask, name)
      return ask
    },
  }
}
