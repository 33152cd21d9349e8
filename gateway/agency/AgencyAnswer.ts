import type { CachePolicy } from './CachePolicy.ts'

/** What an agency answered: a well-formed GraphQL response (GraphQL specification, section 7). */
export interface AgencyAnswer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly AgencyAnswerError[]
  /** For how long it may be kept; undefined when it may not. */
  readonly policy?: CachePolicy
}

/** What is read of an error of an answer. Its message is not: it may hold anything. */
export interface AgencyAnswerError {
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}
