import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { RequestContext } from '../../context.ts'
import type { Gap } from '../../disclose/Gap.ts'
import type { ProvenancePart } from '../../disclose/ProvenanceRecorder.ts'
import { isOwed } from '../../disclose/isOwed.ts'
import type { Part } from '../../fetch/Asking.ts'
import type { FetchShape } from '../shape/FetchShape.ts'
import type { ObjectShape } from '../shape/Selection.ts'
import type { AnsweredPart } from './Answered.ts'

export interface FetchOutcome {
  readonly agency: string
  readonly shape: FetchShape
  /** What was asked for, and what came of it, in one order. */
  readonly asked: readonly Part[]
  readonly parts: readonly AnsweredPart[]
}

/**
 * Notes where the parts of a fetch came from, counted in entities, or in root fields where it has none. What has a gap of the
 * agency's is unavailable; with an error about the request itself, it was answered.
 */
export function recordOrigins(context: RequestContext, outcome: FetchOutcome): void {
  const { agency, shape, parts } = outcome
  // Told in rows: a list that is known comes from one source, and has a part for each entity.
  let row: ProvenancePart | undefined
  function count(part: ProvenancePart): void {
    if (part.entities === 0) return
    if (row?.source === part.source) {
      row = { ...part, entities: row.entities + part.entities, asOf: earlier(row.asOf, part.asOf) }
      return
    }
    if (row !== undefined) context.provenance.record(agency, row)
    row = part
  }
  for (const { gaps, origin } of parts) {
    const all = shape.isOfEntities ? 1 : rootFields(shape.root).length
    const missing = gaps.length === 0 ? 0 : countMissing(gaps, shape)
    count({ source: origin.source, entities: all - missing, asOf: origin.asOf })
    count({ source: 'UNAVAILABLE', entities: missing, asOf: null })
  }
  if (row !== undefined) context.provenance.record(agency, row)
  if (context.noteCache !== undefined) note(context.noteCache, outcome)
}

function note(
  noteCache: NonNullable<RequestContext['noteCache']>,
  { agency, shape, asked, parts }: FetchOutcome,
): void {
  for (const [index, { origin }] of parts.entries()) {
    const { typeName } = shape.shapeOf(asked[index] ?? {})
    noteCache({ agency, type: typeName, source: sources[origin.source], why: origin.why })
  }
}

const sources = { LIVE: 'live', CACHE: 'cached', STALE: 'stale' } as const

/** How much of a part its agency owes: the whole entity, or some root fields. */
function countMissing(gaps: readonly Gap[], shape: FetchShape): number {
  const owed = gaps.filter(isOwed)
  if (shape.isOfEntities) return Math.min(owed.length, 1)
  const keys = new Set(owed.map(({ place }) => place?.[0]))
  return rootFields(shape.root).filter((key) => keys.has(key)).length
}

function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

const rootFields = oncePerObject(({ selection, typeName }: ObjectShape): readonly string[] => {
  const fields = selection.fieldsOf(typeName).filter(({ name }) => name !== '__typename')
  return fields.map(({ key }) => key)
})
