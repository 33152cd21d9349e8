import type { CachePolicy } from '../../../gateway/agency/CachePolicy.ts'

/** For how long each agency's answers may be kept, in seconds. What tells a person's status must not be stale. */
export const lives: Readonly<Record<string, CachePolicy>> = {
  registry: { maxAge: 100, staleIfError: 300 },
  papers: { maxAge: 60, staleIfError: 200 },
  scores: { maxAge: 30, staleIfError: 400 },
}
