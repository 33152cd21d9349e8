import type { Template } from '../data/Template.ts'

/** A request and its answer, for any NIK. */
export interface Operation {
  /** The body of the request. */
  readonly body: Template
  /** The `data` of the answer, as JSON without white space and with fields in the order of the query. */
  readonly data: Template
}
