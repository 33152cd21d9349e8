import type { AgencyAnswer, AgencyAnswerError } from '../agency/AgencyAnswer.ts'
import type { AgencyCall } from '../agency/AgencyCall.ts'

/** Several calls as one: what is sent, and what of its answer is each one's. */
export interface Joining {
  readonly query: string
  readonly variables: AgencyCall['variables']
  /** Whether data has a place for all of them. */
  readonly isWhole: (data: AgencyData) => boolean
  /** The data of one of them, by position. */
  readonly dataOf: (data: AgencyData, index: number) => AgencyData
  /** Which of them an error is about, with its path there; undefined for one that is everybody's. */
  readonly ownerOf: (
    error: AgencyAnswerError,
  ) => { readonly index: number; readonly error: AgencyAnswerError } | undefined
}

export type AgencyData = NonNullable<AgencyAnswer['data']>
