import type { CachePolicy } from './CachePolicy.ts'

/**
 * Reads a `cache-control` header. Undefined means that the answer may not be kept: there is no header, no `max-age`, one that
 * is no number, or an answer for one asker alone. Directives that are not for us are passed over, whatever they say.
 */
export function readCachePolicy(header: string | undefined): CachePolicy | undefined {
  const directives = new Map<string, string>()
  for (const [, name = '', quoted, plain] of (header ?? '').matchAll(directive)) {
    const value = quoted ?? plain ?? ''
    const known = directives.get(name.toLowerCase())
    // Said twice in two ways, nothing is said.
    directives.set(name.toLowerCase(), known === undefined || known === value ? value : 'contradiction')
  }
  if (forbidding.some((name) => directives.has(name))) return undefined
  const maxAge = readSeconds(directives.get('max-age'))
  if (maxAge === undefined) return undefined
  return { maxAge, staleIfError: readSeconds(directives.get('stale-if-error')) ?? 0 }
}

/** A directive with its argument, quoted or not (RFC 9111, section 5.2). */
const directive = /([^\s,="]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g

const forbidding = ['no-store', 'private', 'no-cache']

function readSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined
}
