import { parse, validate } from 'graphql'
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { fault } from '../../platform/fault.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'

/** Parses and validates each text once; the gateway sends the same few documents again and again. */
export interface DocumentCache {
  /** Throws GRAPHQL_PARSE_FAILED for a text that is not GraphQL. */
  readonly parse: (text: string) => DocumentNode
  /** The errors of a document: GRAPHQL_VALIDATION_FAILED, or the code with which a scalar refused a value in it. */
  readonly validate: (document: DocumentNode) => readonly GraphQLError[]
}

const documents = 500
const mostCharacters = 4_194_304
const mostTokens = 20_000

/** A cache of at most 500 documents for one schema, with texts of four million characters together. */
export function createDocumentCache(schema: GraphQLSchema): DocumentCache {
  const parsed = new LRUCache<string, DocumentNode>({
    max: documents,
    maxSize: mostCharacters,
    sizeCalculation: (_document, text) => text.length,
  })
  const verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>()
  return {
    parse(text) {
      const known = parsed.get(text)
      if (known !== undefined) return known
      const document = parseText(text)
      parsed.set(text, document)
      return document
    },
    validate(document) {
      const known = verdicts.get(document)
      if (known !== undefined) return known
      const verdict = validate(schema, document, undefined, { maxErrors: 5 }).map(withoutValues)
      verdicts.set(document, verdict)
      return verdict
    },
  }
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text, { maxLexicalTokens: mostTokens, noLocation: true })
  } catch {
    throw fault('GRAPHQL_PARSE_FAILED')
  }
}

/** GraphQL's own texts quote the document, and with it any value that stands there. */
function withoutValues({ extensions }: GraphQLError): GraphQLError {
  return fault(isErrorCode(extensions['code']) ? extensions['code'] : 'GRAPHQL_VALIDATION_FAILED')
}
