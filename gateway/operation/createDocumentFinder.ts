import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { fault } from '../../platform/fault.ts'
import { checkDocument } from './checkDocument.ts'
import type { DocumentRules } from './checkDocument.ts'
import type { ReadyOperation, Registry } from './createRegistry.ts'
import { hashText } from './hashText.ts'
import { parseDocument } from './parseDocument.ts'
import { unknownHash } from './unknownHash.ts'

/** How a request names its document: by its text, by a hash, or by both. */
export interface DocumentChoice {
  readonly query: string | undefined
  /** SHA-256 of the text, or of the body of a registered operation. */
  readonly hash: string | undefined
}

/** A document that is good, with what it is registered as. */
export interface KnownDocument {
  readonly document: DocumentNode
  readonly registered: ReadyOperation | undefined
}

export interface DocumentFinderOptions extends DocumentRules {
  /** The registered operations; without it, there are none. */
  readonly registry?: Registry | undefined
  /** Whether no other operation is found. */
  readonly registeredOnly: boolean
}

/**
 * Documents are remembered up to this many, and this many characters of text; a tree with what is made of it takes 80 to 230 times its
 * text.
 */
const mostDocuments = 1000
const mostText = 262_144

/**
 * Finds the document that a request asks for, and remembers those that were good. Where registered operations alone are
 * found, no other text is parsed. Throws a fault, or an AggregateError of faults.
 */
export function createDocumentFinder({ registry, registeredOnly, ...rules }: DocumentFinderOptions) {
  const documents = new LRUCache<string, KnownDocument>({ max: mostDocuments, maxSize: mostText })

  function findByText(text: string): KnownDocument {
    const known = documents.get(text)
    if (known !== undefined) return known
    const registered = registry?.byHash(hashText(text)) ?? registry?.byText(text)
    if (registered === undefined && registeredOnly) throw fault('OPERATION_NOT_REGISTERED')
    const found = { document: registered?.document ?? readDocument(text, rules), registered }
    documents.set(text, found, { size: text.length })
    return found
  }

  function isOf(text: string, hash: string): boolean {
    return hashText(text) === hash || registry?.byText(text)?.id === hash
  }

  return function findDocument({ query, hash }: DocumentChoice): KnownDocument {
    if (query === undefined) {
      const registered = hash === undefined ? undefined : registry?.byHash(hash)
      if (registered === undefined) throw unknownHash()
      return { document: registered.document, registered }
    }
    if (hash !== undefined && !isOf(query, hash)) throw fault('BAD_REQUEST', { parameter: 'extensions' })
    return findByText(query)
  }
}

/** Parser and rules go down by recursion: a text nested so deep that the stack ends is too large, whatever its tokens. */
function readDocument(text: string, rules: DocumentRules): DocumentNode {
  try {
    const document = parseDocument(text, rules.limits)
    checkDocument(document, rules)
    return document
  } catch (error) {
    throw error instanceof RangeError ? fault('OPERATION_TOO_LARGE') : error
  }
}
