import type { Logger } from '../../../platform/Logger.ts'
import type { AgencyAnswer } from '../../agency/AgencyAnswer.ts'
import { AgencyFailure } from '../../agency/AgencyFailure.ts'
import type { CachePolicy } from '../../agency/CachePolicy.ts'
import type { Dispatch } from '../../agency/Dispatch.ts'
import { mayBeOnesFault } from '../../agency/mayBeOnesFault.ts'
import type { Fetched } from '../../cache/FetchedPart.ts'
import type { Party } from '../../fetch/Party.ts'
import { fitPart } from '../shape/fitPart.ts'
import type { FittedPart } from '../shape/fitPart.ts'
import { TextCursor } from '../text/TextCursor.ts'
import type { PartReader } from '../text/createPartReader.ts'
import type { Answered, Origin } from './Answered.ts'
import type { Fetch } from './Fetch.ts'
import type { Wording } from './Wording.ts'
import type { ErrorReader } from './createErrorReader.ts'
import { fillParts } from './fillParts.ts'
import { logErrors } from './logErrors.ts'
import type { AgencyLog } from './logErrors.ts'
import { logFailure } from './logFailure.ts'
import { missPart } from './missPart.ts'

export interface AskOptions {
  readonly agency: string
  readonly url: string
  readonly dispatch: Dispatch
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly reader: ErrorReader
  readonly wording: Wording
  /** Undefined where every answer is read as JSON. */
  readonly readPart: PartReader | undefined
}

/** What asking an agency gave. */
export interface Given extends Answered {
  /** In milliseconds since the epoch: what the agency answers was true then or later. */
  readonly askedAt: number
  readonly policy: CachePolicy | undefined
  readonly standing: Fetched['standing']
  /** Whether one of the parts may have taken the answer away from the others, or be what an error is about that they have as well. */
  readonly isSpoilt: boolean
}

const backslash = 0x5c

/** Sends a fetch to its agency. Never rejects: what is missing is null and has an error of the table at its place. */
export async function askAgency(fetch: Fetch, party: Party, options: AskOptions): Promise<Given> {
  const { agency, url, dispatch, reader, wording, readPart } = options
  const {
    deadline,
    isJoint,
    requests: [{ asker, correlationId }],
  } = party
  const log = logOf(party, options)
  const askedAt = options.clock()
  const origin: Origin = { source: 'LIVE', asOf: askedAt, why: 'uncached' }
  const call = { ...wording.write(fetch.parts, fetch.variables), agency, url, kind: fetch.shape.kind, isJoint }
  let fitted: readonly (FittedPart | undefined)[] = []
  let wasRead: AgencyAnswer['data'] = null

  function read(body: Buffer): AgencyAnswer | undefined {
    // It would not be read to its end, for nothing that has an escape in it is.
    if (readPart === undefined || body.includes(backslash)) return undefined
    const data = wording.read(new TextCursor(body.toString()), fetch.parts, readPart)
    wasRead = data ?? null
    return data && { data, errors: [] }
  }
  function fits({ data }: AgencyAnswer): boolean {
    if (data === null) return true
    const given = wording.partsOf(data, fetch.parts.length)
    fitted = data === wasRead ? (given ?? []).map(asSelected) : fitParts(given, fetch)
    return fitted.some((part) => part !== undefined)
  }
  try {
    const answer = await dispatch({ ...call, deadline, correlationId, asker, read, fits })
    logErrors(answer.errors, reader, log)
    logUnfit(fitted, log)
    const { parts, placeless } = fillParts(answer, fitted, { fetch, wording, reader, origin })
    const { policy, data } = answer
    // An error that stands nowhere may be about any of the parts.
    const isSpoilt = data === null || placeless.length > 0
    return { parts, placeless, askedAt, policy, standing: 'answered', isSpoilt }
  } catch (error) {
    logFailure(error, log)
    const parts = fetch.parts.map((_part, index) => missPart(fetch, index, { reasons: [reader.unavailable], origin }))
    const standing = standingOf(error, deadline.remaining())
    const isSpoilt = error instanceof AgencyFailure && mayBeOnesFault(error)
    return { parts, placeless: [], askedAt, policy: undefined, standing, isSpoilt }
  }
}

function logOf({ requests: [first, ...others] }: Party, { logger, agency }: AskOptions): AgencyLog {
  const { correlationId } = first
  if (others.length === 0) return { logger, about: { agency, correlationId } }
  return { logger, about: { agency, correlationId, joined: others.map((request) => request.correlationId) } }
}

/** What was read is to the letter what was selected. */
function asSelected(data: unknown): FittedPart {
  return { data, unfit: [] }
}

/** None of them where there is no place for each. */
function fitParts(given: readonly unknown[] = [], { shape, parts }: Fetch): readonly (FittedPart | undefined)[] {
  return given.map((data, index) => fitPart(data, shape.shapeOf(parts[index] ?? {})))
}

function logUnfit(fitted: readonly (FittedPart | undefined)[], { logger, about }: AgencyLog): void {
  let count = 0
  for (const part of fitted) count += part === undefined ? 1 : part.unfit.length
  if (count > 0) logger.warn({ ...about, count }, 'an agency answered unfit values')
}

/** Milliseconds: who has fewer left when a call times out had not given the agency its time. */
const hardlyAny = 300

function standingOf(error: unknown, remaining: number): Given['standing'] {
  if (!(error instanceof AgencyFailure)) return 'failed'
  const { kind, status = 0 } = error
  if (kind === 'CANCELLED' || kind === 'NO_TIME') return 'abandoned'
  // In the queue before the agency as well.
  if ((kind === 'TIMEOUT' || kind === 'OVERLOADED') && remaining < hardlyAny) return 'abandoned'
  // A 4xx is about the call, and so about who asks.
  return status >= 400 && status < 500 ? 'spoilt' : 'failed'
}
