import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Asker } from '../context.ts'
import type { CacheQuestion } from './CacheQuestion.ts'
import type { EntityTag } from './EntityCache.ts'
import type { EntityKeys } from './EntityKeys.ts'
import type { CacheKeys } from './Keyring.ts'
import { canonicalText } from './canonicalText.ts'
import { joinParts } from './joinParts.ts'
import { pickKey } from './pickKey.ts'

/** Under which name an answer is kept, and which counters make it old. */
export interface EntryNames {
  readonly entry: string
  readonly counters: readonly string[]
}

/** Makes names in which nothing can be read or guessed without the keys (HMAC-SHA-256). */
export interface Names {
  readonly nameOf: (question: CacheQuestion, asker: Asker) => EntryNames
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

const slotLength = 16

/** Makes the names under one secret. Everything that can change an agency's answer is part of an entry's name. */
export function createNames({ keys, entityKeys, supergraph }: NamesOptions): Names {
  const known = new Map<string, string>()

  /** The counters of agencies and types, of which there are few. */
  function counter(...parts: readonly string[]): string {
    const text = joinParts(parts)
    const name = known.get(text) ?? digest(keys.counters, text)
    known.set(text, name)
    return name
  }

  function entityCounter({ type, key }: EntityTag): string {
    const name = digest(keys.counters, joinParts(['entity', type, canonicalText(key)]))
    return `{${name.slice(0, slotLength)}}${name.slice(slotLength)}`
  }

  function nameOf(question: CacheQuestion, asker: Asker): EntryNames {
    const { agency, type, identity, inputs, selection, shows } = question
    const about = identity === undefined ? undefined : entityCounter(identity)
    const text = joinParts([
      supergraph,
      agency,
      type,
      identity === undefined ? '' : joinParts([identity.type, canonicalText(identity.key)]),
      canonicalText(inputs),
      selection,
      asker.purpose,
      joinParts(asker.scopes.toSorted()),
    ])
    // What is known of an entity lies in one slot with its counter, whichever agency said it.
    const slot = about?.slice(0, slotLength + 2) ?? ''
    const whole = [counter('agency', agency), counter('agency', agency, type)]
    const shown = shows.map((name) => counter('some', name))
    return {
      entry: slot + digest(keys.entries, text),
      counters: about === undefined ? [...whole, ...shown] : [about, ...whole, ...shown],
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
  return { nameOf, changeOf, agency: (agency) => counter('agency', agency) }
}

function digest(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}
