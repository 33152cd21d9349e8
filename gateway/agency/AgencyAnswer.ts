import type { CachePolicy } from './CachePolicy.ts'

/** What an agency answered: a well-formed GraphQL response (GraphQL specification, section 7). */
export interface AgencyAnswer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly AgencyAnswerError[]
  /** For how long it may be kept; undefined when it may not. */
  readonly policy?: CachePolicy
}

/** An error of an answer. The message stays inside the gateway: it may hold anything. */
export interface AgencyAnswerError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}
