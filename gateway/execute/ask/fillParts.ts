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
  options: FillOptions,
): Answered {
  const { fetch, wording, reader } = options
  const placeless: Reason[] = []
  const incomplete = new Map<number, IncompletePart>()
  for (const { path, ...error } of errors.slice(0, mostGaps)) {
    const reason = reader.read(error)
    const owner = path && wording.ownerOf(path, parts.length)
    const known = owner && parts[owner.index]
    const place = owner && placeIn(owner.place, fetch.shape)
    if (owner === undefined || known === undefined || place === undefined) {
      placeless.push(reason)
      continue
    }
    const part = incomplete.get(owner.index) ?? { gaps: gapsByPlace(known.gaps), told: [] }
    incomplete.set(owner.index, part)
    if (!isInside(place, part.gaps)) part.told.push({ ...reason, place })
  }
  const filled = parts.map((part, index): AnsweredPart => {
    const { gaps, told } = incomplete.get(index) ?? {}
    if (gaps === undefined || told === undefined) return part
    if (part.data === null && fetch.shape.isOfEntities) return withoutEntity(part, told, { fetch, index })
    for (const gap of told) addOnce(gaps, gap)
    return { ...part, gaps: [...gaps.values()] }
  })
  return { parts: filled, placeless: eachOnce(placeless) }
}

/** Whether a place is below one where all is missing already, and told of. */
function isInside(place: Place, gaps: IncompletePart['gaps']): boolean {
  return gaps.size > 0 && place.some((_step, index) => index > 0 && gaps.has(JSON.stringify(place.slice(0, index))))
}

interface IncompletePart {
  readonly gaps: Map<string, Gap>
  /** What the agency says, at places in the part. */
  readonly told: PlacedGap[]
}

type PlacedGap = Gap & Required<Pick<Gap, 'place'>>

function gapsByPlace(gaps: readonly Gap[]): Map<string, Gap> {
  return new Map(gaps.map((gap) => [JSON.stringify(gap.place), gap]))
}

function addOnce(gaps: Map<string, Gap>, gap: Gap): void {
  const at = JSON.stringify(gap.place)
  if (!gaps.has(at)) gaps.set(at, gap)
}

interface Losing {
  readonly fetch: Fetch
  readonly index: number
}

/**
 * An entity that errors took away whole: each is told where it stands, and all other keys are missing for the reason of the one that did
 * so, which stood where no null may be.
 */
function withoutEntity(part: AnsweredPart, told: readonly PlacedGap[], { fetch, index }: Losing): AnsweredPart {
  const representation = fetch.parts[index] ?? {}
  const { data, gaps: places } = nullPart(fetch.shape, representation)
  const fields = fetch.shape.shapeOf(representation).selection.fieldsOf(String(representation['__typename']))
  const isStrict = new Set(fields.filter(({ value }) => !value.nullable).map(({ key }) => key))
  const taking = told.find(({ place }) => place.length !== 1 || isStrict.has(String(place[0]))) ?? told[0]
  const gaps = new Map<string, Gap>()
  for (const gap of told) if (gap.place.length > 0) addOnce(gaps, gap)
  const known = new Set(told.map(({ place }) => place[0]))
  for (const place of places) if (taking !== undefined && !known.has(place[0])) addOnce(gaps, { ...taking, place })
  return { ...part, data, gaps: [...gaps.values()] }
}

/** Where in a part an error stands; undefined where it does not say: of root fields, and not of an entity, which it is about then. */
function placeIn(place: Place, shape: Fetch['shape']): Place | undefined {
  const known = knownPart(place, shape)
  return known.length === 0 && !shape.isOfEntities ? undefined : known
}

/** The path up to the first step that no answer to this fetch can have; an agency could write anything into a path. */
function knownPart(path: Place, { keys }: Fetch['shape']): Place {
  const end = path.findIndex((step) => (typeof step === 'string' ? !keys.has(step) : step < 0))
  return end === -1 ? path : path.slice(0, end)
}
