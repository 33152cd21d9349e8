import type { AgencyAnswer, AgencyAnswerError } from '../../agency/AgencyAnswer.ts'
import type { Gap, Reason } from '../../disclose/Gap.ts'
import type { Place } from '../../disclose/Place.ts'
import { mostGaps } from '../mostGaps.ts'
import type { FittedPart } from '../shape/fitPart.ts'
import type { Answered, AnsweredPart, Origin } from './Answered.ts'
import type { Fetch } from './Fetch.ts'
import type { Wording } from './Wording.ts'
import type { ErrorReader } from './createErrorReader.ts'
import { missPart } from './missPart.ts'
import { nullPart } from './nullPart.ts'

export interface FillOptions {
  readonly fetch: Fetch
  readonly wording: Wording
  readonly reader: ErrorReader
  readonly origin: Origin
}

const none: readonly Gap[] = []

/**
 * Makes of an agency's answer one that the rest of the plan can build on: where an error took the data or an entity away, its keys
 * are there with null, each with the error that says why. A null entity without an error stays. `fitted` has the data of each part;
 * undefined for one that is no answer.
 */
export function fillParts(
  { data, errors }: AgencyAnswer,
  fitted: readonly (FittedPart | undefined)[],
  options: FillOptions,
): Answered {
  if (data === null) return fillWithout(errors, options)
  const { fetch, reader, origin } = options
  const parts = fitted.map((part, index): AnsweredPart => {
    if (part === undefined) return missPart(fetch, index, { reasons: [reader.unavailable], origin })
    const { unfit } = part
    const gaps = unfit.length === 0 ? none : unfit.map((place): Gap => ({ ...reader.broken, place }))
    return { data: part.data, gaps, origin }
  })
  return errors.length === 0 ? { parts, placeless: [] } : withErrors(parts, errors, options)
}

/** A request error, or one that took everything away: every reason given is the reason of every gap. */
function fillWithout(errors: readonly AgencyAnswerError[], { fetch, reader, origin }: FillOptions): Answered {
  const missing = { reasons: eachOnce(errors.map(reader.read)), origin }
  return { parts: fetch.parts.map((_part, index) => missPart(fetch, index, missing)), placeless: [] }
}

function eachOnce(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [`${reason.code} ${reason.details.argument}`, reason])).values()]
}

/** Each place has one error (GraphQL specification, 6.4.4), the first that an agency gave. */
function withErrors(
  parts: readonly AnsweredPart[],
  errors: readonly AgencyAnswerError[],
  { fetch, wording, reader }: FillOptions,
): Answered {
  const placeless: Reason[] = []
  const incomplete = new Map<number, IncompletePart>()
  for (const { path, ...error } of errors.slice(0, mostGaps)) {
    const reason = reader.read(error)
    const owner = path && wording.ownerOf(path, parts.length)
    const known = owner && parts[owner.index]
    const loss = owner && lossAt(owner.place, { fetch, index: owner.index, given: known?.data })
    if (owner === undefined || known === undefined || loss === undefined) {
      placeless.push(reason)
      continue
    }
    const part = incomplete.get(owner.index) ?? { data: known.data, gaps: gapsByPlace(known.gaps) }
    incomplete.set(owner.index, { ...part, data: loss.data ?? part.data })
    for (const place of loss.places) {
      const at = JSON.stringify(place)
      if (!part.gaps.has(at)) part.gaps.set(at, { ...reason, place })
    }
  }
  const filled = parts.map((part, index): AnsweredPart => {
    const { data, gaps } = incomplete.get(index) ?? {}
    return gaps === undefined ? part : { ...part, data, gaps: [...gaps.values()] }
  })
  return { parts: filled, placeless: eachOnce(placeless) }
}

interface IncompletePart {
  readonly data: unknown
  readonly gaps: Map<string, Gap>
}

function gapsByPlace(gaps: readonly Gap[]): Map<string, Gap> {
  return new Map(gaps.map((gap) => [JSON.stringify(gap.place), gap]))
}

/** What an error took away. */
interface Loss {
  readonly places: readonly Place[]
  /** What stands for an entity of which nothing is left. */
  readonly data?: unknown
}

interface Losing {
  readonly fetch: Fetch
  readonly index: number
  readonly given: unknown
}

/** What an error at a place of a part took away; undefined where the place does not say. */
function lossAt(place: Place, { fetch: { shape, parts }, index, given }: Losing): Loss | undefined {
  const known = knownPart(place, shape)
  // Of root fields it says nothing, and of an entity that it is about this one.
  if (known.length === 0 && !shape.isOfEntities) return undefined
  if (!shape.isOfEntities || given !== null || (known.length === 0 && place.length > 0)) return { places: [known] }
  // It took away all else of the entity as well, wherever inside it stands.
  const { data, gaps } = nullPart(shape, parts[index] ?? {})
  return { places: gaps.map((gap) => (gap[0] === known[0] ? known : gap)), data }
}

/** The path up to the first step that no answer to this fetch can have; an agency could write anything into a path. */
function knownPart(path: Place, { keys }: Fetch['shape']): Place {
  const end = path.findIndex((step) => (typeof step === 'string' ? !keys.has(step) : step < 0))
  return end === -1 ? path : path.slice(0, end)
}
