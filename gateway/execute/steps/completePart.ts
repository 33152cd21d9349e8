import { isRecord } from '../../../platform/isRecord.ts'
import type { Gap, Reason } from '../../disclose/Gap.ts'
import type { AnsweredPart } from '../ask/Answered.ts'
import { knownByName } from '../ask/knownByName.ts'
import { nullObject } from '../ask/nullObject.ts'
import { setOwn } from '../setOwn.ts'
import type { ObjectShape } from '../shape/Selection.ts'
import type { Representation } from './Representation.ts'

/** What a part stands for. */
export interface Completing {
  /** What was asked of it. */
  readonly shape: ObjectShape
  readonly representation: Representation
  /** The type of its object, as far as somebody said it. */
  readonly typeName: unknown
}

/**
 * A part with all that is missing from it. What is named to an agency by its interface, and of which the agency says nothing, misses what
 * the interface has, for nobody there knows more; which type the object has may be known here, and with it what was asked of that alone.
 */
export function completePart(part: AnsweredPart, { shape, representation, typeName }: Completing): AnsweredPart {
  const { data, gaps } = part
  if (gaps.length === 0 || typeof typeName !== 'string' || typeName === representation.__typename) return part
  if (!isRecord(data) || data['__typename'] !== undefined || !shape.typeNames.has(typeName)) return part
  const whole = nullObject(shape, { typeName, valueOf: knownByName(representation) }, [])
  const others = whole.gaps.filter(([key]) => typeof key === 'string' && !Object.hasOwn(data, key))
  for (const key of Object.keys(whole.data)) if (!Object.hasOwn(data, key)) setOwn(data, key, whole.data[key])
  const reasons = reasonsOf(gaps)
  // Its type is known, and nothing is missing there.
  const own = gaps.filter(({ place }) => place?.[0] !== undefined && place[0] !== '__typename')
  return { ...part, gaps: [...own, ...others.flatMap((place) => reasons.map((reason) => ({ ...reason, place })))] }
}

function reasonsOf(gaps: readonly Gap[]): readonly Reason[] {
  return [...new Map(gaps.map(({ code, details }) => [JSON.stringify([code, details]), { code, details }])).values()]
}
