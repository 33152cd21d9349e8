import type { Logger } from '../../platform/Logger.ts'
import type { AgencyAnswer } from '../agency/AgencyAnswer.ts'
import type { LookupText } from '../agency/AgencyCall.ts'
import { AgencyFailure } from '../agency/AgencyFailure.ts'
import type { CachePolicy } from '../agency/CachePolicy.ts'
import type { Dispatch } from '../agency/Dispatch.ts'
import type { RequestContext } from '../context.ts'
import type { Fetch } from './Fetch.ts'
import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'
import type { ErrorReader } from './createErrorReader.ts'
import { fillGaps } from './fillGaps.ts'
import type { Filled } from './fillGaps.ts'
import { fitData } from './fitData.ts'
import { logErrors } from './logErrors.ts'
import type { AgencyLog } from './logErrors.ts'
import { logFailure } from './logFailure.ts'
import { nullData } from './nullData.ts'

export interface AskOptions {
  readonly agency: string
  readonly url: string
  readonly dispatch: Dispatch
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly context: RequestContext
  readonly reader: ErrorReader
  /** The text of the fetch. */
  readonly query: string
  /** For a lookup by one root field, see `AgencyCall`. */
  readonly lookup?: LookupText | undefined
}

/** What asking an agency gave, filled so that the plan can go on with it. */
export interface Given extends Filled {
  /** In milliseconds since the epoch: what the agency answers was true then or later. */
  readonly askedAt: number
  readonly policy: CachePolicy | undefined
  /** `abandoned` when the asker left, or had no time left: it says nothing of the agency. */
  readonly standing: 'answered' | 'failed' | 'abandoned'
}

/** Sends a fetch to its agency. Never rejects: what is missing is null and has an error of the table at its place. */
export async function askAgency(fetch: Fetch, options: AskOptions): Promise<Given> {
  const { agency, url, dispatch, logger, context, reader, query, lookup } = options
  const { correlationId, deadline, asker } = context
  const log: AgencyLog = { logger, agency, correlationId }
  let unfit: readonly Place[] = []
  function fits({ data }: AgencyAnswer): boolean {
    const places = data === null ? [] : fitData(data, fetch)
    unfit = places ?? []
    return places !== undefined
  }
  const { variables, shape } = fetch
  const call = { agency, url, query, variables, kind: shape.kind, deadline, correlationId, asker, fits }
  const askedAt = options.clock()
  try {
    const answer = await dispatch(lookup === undefined ? call : { ...call, lookup })
    logErrors(answer.errors, reader, log)
    if (unfit.length > 0) logger.warn({ agency, correlationId, count: unfit.length }, 'an agency answered unfit values')
    const { data, gaps } = fillGaps(answer, fetch, reader)
    const unfitGaps = unfit.map((place): Gap => ({ ...reader.broken, place }))
    return { data, gaps: [...gaps, ...unfitGaps], askedAt, policy: answer.policy, standing: 'answered' }
  } catch (error) {
    logFailure(error, log)
    const { data, gaps } = nullData(fetch)
    const standing = isAbandoned(error, deadline.remaining()) ? 'abandoned' : 'failed'
    const missing = gaps.map((place): Gap => ({ ...reader.unavailable, place }))
    return { data, gaps: missing, askedAt, policy: undefined, standing }
  }
}

/** Milliseconds: who has fewer left when a call times out had not given the agency its time. */
const hardlyAny = 300

function isAbandoned(error: unknown, remaining: number): boolean {
  if (!(error instanceof AgencyFailure)) return false
  return error.kind === 'CANCELLED' || (error.kind === 'TIMEOUT' && remaining < hardlyAny)
}
