import type { AgencyAnswer } from '../../../../../gateway/agency/AgencyAnswer.ts'
import { AgencyFailure } from '../../../../../gateway/agency/AgencyFailure.ts'

/** What became of a call, as data: its answer, or who failed and how. */
export async function outcomeOf(answer: Promise<AgencyAnswer>): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    return error instanceof AgencyFailure ? `${error.agency}: ${error.kind}` : error
  }
}
