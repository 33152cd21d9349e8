import type { CachePolicy } from './CachePolicy.ts'

/**
 * Reads a `cache-control` header as a shared cache does (RFC 9111, section 5.2.2). Undefined means that the answer may not be
 * kept: there is no header, neither `max-age` nor `s-maxage`, one that is no number, or an answer for one asker alone. Of both the
 * lesser counts, where the RFC would take `s-maxage`: what is longer is meant for caches that the agency can purge, and a cache may
 * keep for less. Directives that are not for us are passed over, whatever they say. An `age` is not asked for: no cache before an agency
 * has kept what answers a POST (RFC 9110, section 9.3.3).
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
  const ages = lifetimes.filter((name) => directives.has(name)).map((name) => readSeconds(directives.get(name)) ?? NaN)
  // The least of no ages is Infinity, and of one that is no number NaN: neither is a lifetime.
  const maxAge = Math.min(...ages)
  if (!Number.isFinite(maxAge)) return undefined
  const mayBeStale = !neverStale.some((name) => directives.has(name))
  const staleIfError = mayBeStale ? (readSeconds(directives.get('stale-if-error')) ?? 0) : 0
  return { maxAge, staleIfError }
}

/** A directive with its argument, quoted or not (RFC 9111, section 5.2). */
const directive = /([^\s,="]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*)))?/g

const lifetimes = ['max-age', 's-maxage']

const forbidding = ['no-store', 'private', 'no-cache']

/** `s-maxage` says it too (section 5.2.2.10). */
const neverStale = ['must-revalidate', 'proxy-revalidate', 's-maxage']

function readSeconds(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined
}
