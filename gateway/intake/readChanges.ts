import { fault } from '../../platform/fault.ts'
import { isRecord } from '../../platform/isRecord.ts'
import type { EntityTag } from '../cache/EntityCache.ts'

/** One change as an agency announces it. Without a type it is about all that the agency answers, without a key about a whole type. */
interface ChangeEvent {
  readonly id: string
  readonly type: string | null
  readonly key: Readonly<Record<string, string | number>> | null
}

export interface ChangeReading {
  readonly agency: string
  readonly mayAnnounce: (agency: string, type: string) => boolean
}

const mostEvents = 500

/** What agencies said of these is old. */
export interface Changes {
  readonly entities: readonly EntityTag[]
  /** Something changed that stands inside many entities: everything is old that this agency said. */
  readonly everything: boolean
}

/**
 * Reads a body of announced changes. Throws CHANGE_MALFORMED, or CHANGE_FOREIGN where an event is about a type that the agency
 * has nothing to say of.
 */
export function readChanges(body: unknown, { agency, mayAnnounce }: ChangeReading): Changes {
  const events = readEvents(body)
  const foreign = events.find(({ type }) => type !== null && !mayAnnounce(agency, type))
  if (foreign !== undefined) throw fault('CHANGE_FOREIGN')
  const entities = events.flatMap(({ type, key }) => (type === null || key === null ? [] : [{ type, key }]))
  return { entities, everything: entities.length < events.length }
}

function readEvents(body: unknown): readonly ChangeEvent[] {
  const events = isRecord(body) ? body['events'] : undefined
  if (!Array.isArray(events) || events.length === 0 || events.length > mostEvents) throw fault('CHANGE_MALFORMED')
  return events.map((event: unknown) => {
    if (!isEvent(event)) throw fault('CHANGE_MALFORMED')
    return event
  })
}

function isEvent(value: unknown): value is ChangeEvent {
  if (!isRecord(value)) return false
  const { id, type, key } = value
  if (typeof id !== 'string' || (type !== null && typeof type !== 'string')) return false
  return key === null || (type !== null && isKey(key))
}

function isKey(value: unknown): boolean {
  if (!isRecord(value)) return false
  const fields = Object.values(value)
  return fields.length > 0 && fields.every((field) => typeof field === 'string' || typeof field === 'number')
}
