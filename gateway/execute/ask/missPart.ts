import type { Reason } from '../../disclose/Gap.ts'
import type { AnsweredPart, Origin } from './Answered.ts'
import type { Fetch } from './Fetch.ts'
import { nullPart } from './nullPart.ts'

export interface Absence {
  /** Why nothing came, each a reason of every gap. */
  readonly reasons: readonly Reason[]
  readonly origin: Origin
}

/** The part of a fetch at an index when nothing came of it. */
export function missPart({ shape, parts }: Fetch, index: number, { reasons, origin }: Absence): AnsweredPart {
  const { data, gaps } = nullPart(shape, parts[index] ?? {})
  return { data, gaps: reasons.flatMap((reason) => gaps.map((place) => ({ ...reason, place }))), origin }
}
