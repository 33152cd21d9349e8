import type { AgencyAnswer, AgencyAnswerError } from '../agency/AgencyAnswer.ts'
import type { Fetch } from './Fetch.ts'
import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'
import type { ErrorReader } from './createErrorReader.ts'
import { nullData } from './nullData.ts'
import { nullEntity } from './nullEntity.ts'

/** Data that the engine can go on with, and what is missing from it. */
export interface Filled {
  readonly data: Record<string, unknown>
  readonly gaps: readonly Gap[]
}

/**
 * Makes of an answer that fits its fetch one that the rest of the plan can build on: where an error took the data or an
 * entity away, its keys are there with null, each with the error that says why. A null entity without an error stays.
 */
export function fillGaps({ data, errors }: AgencyAnswer, fetch: Fetch, reader: ErrorReader): Filled {
  if (data === null) return withoutData(errors, fetch, reader)
  if (errors.length === 0) return { data, gaps: [] }
  const entities = data['_entities']
  if (fetch.shape.entityOf !== undefined && Array.isArray(entities))
    return withEntities(entities, errors, { fetch, reader })
  return { data, gaps: errors.map((error) => ({ ...reader.read(error), ...placeOf(error.path ?? [], fetch) })) }
}

/** A request error, or one that took everything away: every reason given is the reason of every gap. */
function withoutData(errors: readonly AgencyAnswerError[], fetch: Fetch, { read }: ErrorReader): Filled {
  const { data, gaps } = nullData(fetch)
  const reasons = new Map(errors.map(read).map((reason) => [`${reason.code} ${reason.details.argument}`, reason]))
  return { data, gaps: [...reasons.values()].flatMap((reason) => gaps.map((place) => ({ ...reason, place }))) }
}

interface Filling {
  readonly fetch: Fetch
  readonly reader: ErrorReader
}

function withEntities(
  entities: readonly unknown[],
  errors: readonly AgencyAnswerError[],
  { fetch, reader }: Filling,
): Filled {
  const filled = [...entities]
  const gaps = errors.flatMap((error): readonly Gap[] => {
    const reason = reader.read(error)
    const [field, index, ...rest] = error.path ?? []
    if (field !== '_entities' || typeof index !== 'number' || !(index in filled)) return [reason]
    if (rest.length > 0) return [{ ...reason, place: ['_entities', index, ...knownPart(rest, fetch)] }]
    if (entities[index] !== null) return [reason]
    const nothing = nullEntity(fetch, index)
    filled[index] = nothing.data
    return nothing.gaps.map((place) => ({ ...reason, place }))
  })
  return { data: { _entities: filled }, gaps }
}

function placeOf(path: Place, fetch: Fetch): Pick<Gap, 'place'> {
  const place = knownPart(path, fetch)
  return place.length === 0 ? {} : { place }
}

/** The path up to the first step that no answer to this fetch can have; an agency could write anything into a path. */
function knownPart(path: Place, { shape: { keys } }: Fetch): Place {
  const end = path.findIndex((step) => (typeof step === 'string' ? !keys.has(step) : step < 0))
  return end === -1 ? path : path.slice(0, end)
}
