import type { RequestContext } from '../context.ts'

/** What a request asks an agency by a text that others may be sending as well. */
export interface Asking {
  readonly variables: Readonly<Record<string, unknown>>
  /** What it asks for, each answered by itself. */
  readonly parts: readonly Part[]
  readonly context: RequestContext
}

/** What names a thing to the agency: the representation of an entity, or the variables that look it up. */
export type Part = Readonly<Record<string, unknown>>
