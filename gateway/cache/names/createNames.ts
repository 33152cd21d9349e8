import { createCipheriv, createSecretKey } from 'node:crypto'
import type { Cipheriv } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { Asker } from '../../context.ts'
import type { EntityKeys } from '../../supergraph/EntityKeys.ts'
import type { CacheQuestion, CacheTopic } from '../CacheQuestion.ts'
import type { EntityTag } from '../EntityCache.ts'
import type { EntryNames } from './EntryNames.ts'
import type { CacheKeys } from './Keyring.ts'
import { createSubjects } from './createSubjects.ts'
import type { Subject } from './createSubjects.ts'
import { digestParts } from './digestParts.ts'
import { joinParts } from './joinParts.ts'
import { pickKey } from './pickKey.ts'

/** Makes names in which nothing can be read or guessed without the keys (HMAC-SHA-256, AES-256). */
export interface Names {
  /** The names of somebody's questions, in their order. */
  readonly nameAll: (questions: readonly CacheQuestion[], asker: Asker) => readonly EntryNames[]
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

/** What is remembered of a topic by what it says, whoever brings it. */
interface KnownTopic {
  /** Under which subjects remember the names that they have under it. */
  readonly number: number
  readonly counters: readonly string[]
}

/** What all questions about a topic have in their names. */
interface TopicNames extends KnownTopic {
  /**
   * Names a subject under the topic: AES with a key of the topic's own, made where some subject's name is not remembered. It is native
   * memory that nothing counts, so it lives no longer than the topic that it is for.
   */
  readonly cipher: () => Cipheriv
}

/** Bytes of one block of AES (FIPS 197): what tells one subject from another, and what is left of it in an entry's name. */
const blockLength = 16

/** Purposes and scopes for which a topic's names are remembered, and topics for which a subject's are. */
const mostAskers = 100
const mostTopics = 20

/** Topics that are known by what they say, and characters of the texts that they are known by. */
const mostKnownTopics = 1_000
const mostCharacters = 2_097_152

/** Counters of agencies and types that are remembered, far more than a supergraph has. */
const mostCounters = 1_000

/**
 * Makes the names under one secret. Everything that can change an agency's answer is part of an entry's name: what it is about
 * goes into a block, and what is asked into the key under which the block is enciphered, so that all entities of a fetch are
 * named at once. Written for speed: a digest for each name took 6 of the 21 microseconds that filling an entry took
 * (`npm run bench`, list of 50).
 */
export function createNames({ keys, entityKeys, supergraph }: NamesOptions): Names {
  const { subjectOf, counterOf } = createSubjects(keys)
  // A list that is asked for with other arguments is another topic each time, with the same counters.
  const counterNames = new LRUCache<string, string>({ max: mostCounters })
  // A request asks all agencies with one asker.
  const askerText = oncePerObject(({ purpose, scopes }: Asker) => joinParts([purpose, ...scopes.toSorted()]))

  function counter(...parts: readonly string[]): string {
    const text = joinParts(parts)
    const known = counterNames.get(text) ?? digestParts(keys.counters, parts)
    counterNames.set(text, known)
    return known
  }
  const topicNamesOf = createTopics({ keys, supergraph, counter })

  function nameAll(questions: readonly CacheQuestion[], asker: Asker): readonly EntryNames[] {
    const text = askerText(asker)
    const names: EntryNames[] = []
    for (let from = 0, to = 0; from < questions.length; from = to) {
      const topic = questions[from]?.topic
      while (to < questions.length && questions[to]?.topic === topic) to += 1
      if (topic !== undefined) nameSubjects(questions.slice(from, to).map(subjectOf), topicNamesOf(topic, text), names)
    }
    return names
  }

  function changeOf({ type, key }: EntityTag): readonly string[] {
    return [type, ...entityKeys.kinOf(type)].flatMap((name) => {
      const fields = entityKeys.onlyKeyOf(name)
      const only = fields === undefined ? undefined : pickKey(key, fields)
      if (only !== undefined) return [counter('some', name), counterOf({ type: name, key: only })]
      const agencies = entityKeys.agenciesOf(name)
      // Nobody can tell what shows a thing that is no entity.
      if (!entityKeys.isEntity(name)) return agencies.map((agency) => counter('agency', agency))
      // Nor which entity it is, where it may have several names.
      return [counter('some', name), ...agencies.map((agency) => counter('agency', agency, name))]
    })
  }
  return { nameAll, changeOf, agency: (agency) => counter('agency', agency) }
}

interface TopicsOptions extends Pick<NamesOptions, 'keys' | 'supergraph'> {
  readonly counter: (...parts: readonly string[]) => string
}

/** The names of topics for an asker, found by the topic itself or by what it says. */
function createTopics({ keys, supergraph, counter }: TopicsOptions) {
  const topics = new WeakMap<CacheTopic, Map<string, TopicNames>>()
  // Where it has arguments, a request may bring a topic of its own, which mostly says what another's has said.
  const knownTopics = new LRUCache<string, KnownTopic>({
    max: mostKnownTopics,
    maxSize: mostCharacters,
    sizeCalculation: (_topic, text) => text.length,
  })
  let lastNumber = 0

  function topicNamesOf(topic: CacheTopic, asker: string): TopicNames {
    const remembered = topics.get(topic)?.get(asker)
    if (remembered !== undefined) return remembered
    const text = joinParts([topic.agency, topic.type, topic.selection, asker, ...topic.shows])
    const before = knownTopics.get(text)
    const known = before ?? numberTopic(topic)
    knownTopics.set(text, known)
    let made: Cipheriv | undefined
    const topicNames = { ...known, cipher: () => (made ??= cipherOf(topic, asker)) }
    // A text that is new is mostly never said again, and a weak map keeps its entry for minutes: remember from the second time on.
    if (before !== undefined) remember(topic, asker, topicNames)
    return topicNames
  }

  function remember(topic: CacheTopic, asker: string, topicNames: TopicNames): void {
    const byAsker = topics.get(topic) ?? new Map<string, TopicNames>()
    if (byAsker.size === mostAskers) byAsker.clear()
    topics.set(topic, byAsker.set(asker, topicNames))
  }

  function numberTopic({ agency, type, shows }: CacheTopic): KnownTopic {
    const counters = [counter('agency', agency), counter('agency', agency, type)]
    lastNumber += 1
    return { number: lastNumber, counters: [...counters, ...shows.map((name) => counter('some', name))] }
  }

  function cipherOf({ agency, type, selection }: CacheTopic, asker: string): Cipheriv {
    const key = digestParts(keys.entries, ['topic', supergraph, agency, type, selection, asker])
    // Each block by itself: no two of them are the same, unless they are to have the same name.
    return createCipheriv('aes-256-ecb', createSecretKey(key, 'base64url'), null).setAutoPadding(false)
  }
  return topicNamesOf
}

/** Names the subjects of one topic, after those that are named already. */
function nameSubjects(subjects: readonly Subject[], topic: TopicNames, names: EntryNames[]): void {
  const known = subjects.map(({ names: remembered }) => remembered?.get(topic.number))
  const unnamed = subjects.filter((_subject, index) => known[index] === undefined)
  const made = unnamed.length === 0 ? [] : encipher(unnamed, topic)
  let next = 0
  for (const before of known) {
    const own = before ?? made[next]
    if (before === undefined) next += 1
    if (own !== undefined) names.push(own)
  }
}

function encipher(subjects: readonly Subject[], { number, counters, cipher }: TopicNames): readonly EntryNames[] {
  const plain = Buffer.allocUnsafe(subjects.length * blockLength)
  let to = 0
  for (const { digest } of subjects) to += plain.write(digest, to, blockLength, 'base64url')
  const blocks = cipher().update(plain)
  let from = 0
  return subjects.map(({ slot, counter, names }) => {
    const entry = slot + blocks.toString('base64url', from, (from += blockLength))
    const made = { entry, own: counter, shared: counters }
    if (names?.size === mostTopics) names.clear()
    names?.set(number, made)
    return made
  })
}
