import type { Asker } from '../context.ts'
import type { CacheQuestion, CacheTopic } from './CacheQuestion.ts'
import type { EntityTag } from './EntityCache.ts'
import type { EntityKeys } from './EntityKeys.ts'
import type { CacheKeys } from './Keyring.ts'
import { canonicalText } from './canonicalText.ts'
import { createDigester } from '../../platform/createDigester.ts'
import { joinParts } from './joinParts.ts'
import { pickKey } from './pickKey.ts'

/** Under which name an answer is kept, and which counters make it old. */
export interface EntryNames {
  readonly entry: string
  readonly counters: readonly string[]
}

/** Makes names in which nothing can be read or guessed without the keys (HMAC-SHA-256). */
export interface Names {
  /** How the questions of somebody are named. */
  readonly namerFor: (asker: Asker) => (question: CacheQuestion) => EntryNames
  /** The counters that a change of an entity raises. */
  readonly changeOf: (tag: EntityTag) => readonly string[]
  /** The counter that makes everything old that an agency said. */
  readonly agency: (agency: string) => string
}

export interface NamesOptions {
  readonly keys: CacheKeys
  readonly entityKeys: EntityKeys
  /** Tells one supergraph from another. */
  readonly supergraph: string
}

/** What all questions about a topic have in their names. */
interface TopicNames {
  readonly digest: string
  readonly counters: readonly string[]
}

const slotLength = 16

/** Purposes and scopes for which a topic's names are remembered. */
const mostAskers = 100

/** Makes the names under one secret. Everything that can change an agency's answer is part of an entry's name. */
export function createNames({ keys, entityKeys, supergraph }: NamesOptions): Names {
  const digestEntry = createDigester(keys.entries)
  const digestCounter = createDigester(keys.counters)
  const topics = new WeakMap<CacheTopic, Map<string, TopicNames>>()

  function counter(...parts: readonly string[]): string {
    return digestCounter(joinParts(parts))
  }

  function entityCounter({ type, key }: EntityTag): string {
    const name = counter('entity', type, canonicalText(key))
    return `{${name.slice(0, slotLength)}}${name.slice(slotLength)}`
  }

  function topicNamesOf(topic: CacheTopic, asker: string): TopicNames {
    const byAsker = topics.get(topic) ?? new Map<string, TopicNames>()
    const known = byAsker.get(asker)
    if (known !== undefined) return known
    if (byAsker.size === mostAskers) byAsker.clear()
    const made = nameTopic(topic, asker)
    topics.set(topic, byAsker.set(asker, made))
    return made
  }

  function nameTopic({ agency, type, selection, shows }: CacheTopic, asker: string): TopicNames {
    return {
      digest: digestEntry(joinParts([supergraph, agency, type, selection, asker])),
      counters: [
        counter('agency', agency),
        counter('agency', agency, type),
        ...shows.map((name) => counter('some', name)),
      ],
    }
  }

  function namerFor({ purpose, scopes }: Asker) {
    const asker = joinParts([purpose, ...scopes.toSorted()])
    return function nameOf({ topic, identity, inputs }: CacheQuestion): EntryNames {
      const about = topicNamesOf(topic, asker)
      if (identity === undefined)
        return { entry: digestEntry(joinParts([about.digest, canonicalText(inputs)])), counters: about.counters }
      const entity = entityCounter(identity)
      const own = digestEntry(joinParts([about.digest, entity, canonicalText(inputs)]))
      // What is known of an entity lies in one slot with its counter, whichever agency said it.
      return { entry: entity.slice(0, slotLength + 2) + own, counters: [entity, ...about.counters] }
    }
  }

  function changeOf({ type, key }: EntityTag): readonly string[] {
    return [type, ...entityKeys.kinOf(type)].flatMap((name) => {
      const fields = entityKeys.onlyKeyOf(name)
      const only = fields === undefined ? undefined : pickKey(key, fields)
      if (only !== undefined) return [counter('some', name), entityCounter({ type: name, key: only })]
      const agencies = entityKeys.agenciesOf(name)
      // Nobody can tell what shows a thing that is no entity.
      if (!entityKeys.isEntity(name)) return agencies.map((agency) => counter('agency', agency))
      // Nor which entity it is, where it may have several names.
      return [counter('some', name), ...agencies.map((agency) => counter('agency', agency, name))]
    })
  }
  return { namerFor, changeOf, agency: (agency) => counter('agency', agency) }
}
