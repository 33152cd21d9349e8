import { LRUCache } from 'lru-cache'
import { canonicalText } from '../../../platform/canonicalText.ts'
import { isRecord } from '../../../platform/isRecord.ts'
import type { CacheQuestion } from '../CacheQuestion.ts'
import type { EntityTag } from '../EntityCache.ts'
import type { EntryNames } from './EntryNames.ts'
import type { CacheKeys } from './Keyring.ts'
import { digestParts } from './digestParts.ts'
import { joinParts } from './joinParts.ts'

/** What a question is about, without what is asked of it. */
export interface Subject {
  /** What tells it from every other, as base64url. */
  readonly digest: string
  /** In front of the names of all that is known of an entity, so that they lie together, whichever agency said it. */
  readonly slot: string
  /** What a change of the entity raises; undefined where there is none, or more than one. */
  readonly counter: string | undefined
  /** The names that it has under topics, by their numbers, as far as they are remembered: of one that is asked about a second time. */
  names: Map<number, EntryNames> | undefined
}

export interface Subjects {
  readonly subjectOf: (question: Pick<CacheQuestion, 'identity' | 'inputs'>) => Subject
  /** The counter of an entity. */
  readonly counterOf: (tag: EntityTag) => string
}

const slotLength = 16

/** Subjects that are remembered: an applicant is named at each of six agencies, and again at the next reading. */
const mostSubjects = 10_000

/** Characters of the texts that they are known by: what agencies require of each other about one may take kilobytes. */
const mostCharacters = 8_388_608

/** Makes the subjects under one secret. */
export function createSubjects({ entries, counters }: Pick<CacheKeys, 'entries' | 'counters'>): Subjects {
  const known = new LRUCache<string, Subject>({
    max: mostSubjects,
    maxSize: mostCharacters,
    sizeCalculation: (_subject, text) => text.length + 1,
  })
  // The agencies of a request are asked about the very same identities, which live as long as the request.
  const alone = new WeakMap<EntityTag, Subject>()

  function digestEntity({ type, key }: EntityTag): string {
    return digestParts(counters, ['entity', type, canonicalText(key)])
  }

  function makeSubject({ identity, inputs }: Parameters<Subjects['subjectOf']>[0]): Subject {
    const own = identity && digestEntity(identity)
    const counter = own && counterFrom(own)
    const isAlone = own !== undefined && isNothing(inputs)
    const digest = isAlone ? own : digestParts(entries, [counter ?? '', canonicalText(inputs)])
    return { digest, slot: counter?.slice(0, slotLength + 2) ?? '', counter, names: undefined }
  }

  function findSubject(question: Parameters<Subjects['subjectOf']>[0]): Subject {
    const text = questionText(question)
    const remembered = known.get(text)
    if (remembered !== undefined) {
      remembered.names ??= new Map()
      return remembered
    }
    const made = makeSubject(question)
    known.set(text, made)
    return made
  }

  return {
    subjectOf(question) {
      const { identity, inputs } = question
      if (identity === undefined || !isNothing(inputs)) return findSubject(question)
      const remembered = alone.get(identity)
      if (remembered !== undefined) return remembered
      const found = findSubject(question)
      alone.set(identity, found)
      return found
    },
    counterOf: (tag) => counterFrom(digestEntity(tag)),
  }
}

function counterFrom(digest: string): string {
  return `{${digest.slice(0, slotLength)}}${digest.slice(slotLength)}`
}

function questionText({ identity, inputs }: Parameters<Subjects['subjectOf']>[0]): string {
  const isAlone = isNothing(inputs)
  const short = isAlone && identity !== undefined ? shortText(identity) : undefined
  if (short !== undefined) return short
  const parts = identity === undefined ? [] : [identity.type, canonicalText(identity.key)]
  return joinParts(isAlone ? parts : [...parts, canonicalText(inputs)])
}

/**
 * For a key of one text, as most are: names have no spaces, and other texts begin with a number. The value may be a slice of an
 * agency's answer, so that it is joined to a text of its own: it would keep all of that answer for as long as it is remembered.
 */
function shortText({ type, key }: EntityTag): string | undefined {
  const [name, other] = Object.keys(key)
  const value = name === undefined ? undefined : key[name]
  return other === undefined && typeof value === 'string' ? ['one', type, name, value].join(' ') : undefined
}

function isNothing(inputs: unknown): boolean {
  if (inputs === null) return true
  if (!isRecord(inputs)) return false
  for (const name in inputs) if (inputs[name] !== undefined) return false
  return true
}
