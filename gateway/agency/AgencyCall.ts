import type { Deadline } from '../../platform/Deadline.ts'
import type { Asker } from '../context.ts'
import type { AgencyAnswer } from './AgencyAnswer.ts'

/** One GraphQL request to one agency, as the plan asks for it. */
export interface AgencyCall {
  /** The subgraph's name in the supergraph. */
  readonly agency: string
  readonly url: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Whether what it asks for is asked again one by one where one of it may have brought about a failure. */
  readonly isJoint: boolean
  /** Only queries are ever retried. */
  readonly kind: 'query' | 'mutation'
  readonly deadline: Deadline
  readonly correlationId: string
  readonly asker: Asker
  /** Whether an answer is one to this query. One that is not fails the call, so that breaker and metrics see it. */
  readonly fits?: (answer: AgencyAnswer) => boolean
  /** Reads a body that needs not be read as JSON; undefined for any other. */
  readonly read?: ((body: Buffer) => AgencyAnswer | undefined) | undefined
  /** The very text to send, once a wrapper has made it. */
  readonly body?: string
  /** What a wrapper sends along, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>
}
