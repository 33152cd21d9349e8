import type { Deadline } from '../../platform/Deadline.ts'
import type { AgencyAnswer, AgencyAnswerError } from '../agency/AgencyAnswer.ts'
import type { AgencyCall } from '../agency/AgencyCall.ts'
import type { Joining } from './Joining.ts'
import { joinEntities } from './joinEntities.ts'
import { joinLookups } from './joinLookups.ts'

/** One call in place of several. */
export interface JoinedCall {
  readonly call: AgencyCall
  /** What an answer with data says to each of them, in order; undefined to one that it does not fit. */
  readonly partsOf: (answer: AgencyAnswer) => readonly (AgencyAnswer | undefined)[]
}

/** Joins calls that differ in nothing but the entities that they are for, under one deadline. At least one is given. */
export function joinCalls(calls: readonly AgencyCall[], deadline: Deadline): JoinedCall {
  const [first] = calls
  if (first === undefined) throw new Error('There is nothing to join.')
  const { lookup } = first
  const joining = lookup === undefined ? joinEntities(first, calls) : joinLookups(first, lookup, calls)
  // To find out whether a part fits changes it, so it is done once for an answer.
  const known = new WeakMap<object, readonly (AgencyAnswer | undefined)[]>()

  function partsOf(answer: AgencyAnswer): readonly (AgencyAnswer | undefined)[] {
    const { data } = answer
    if (data === null) return calls.map(() => undefined)
    const parts = known.get(data) ?? divide(answer, calls, joining)
    known.set(data, parts)
    return parts
  }
  function fits(answer: AgencyAnswer): boolean {
    return answer.data === null || partsOf(answer).some((part) => part !== undefined)
  }
  const { query, variables } = joining
  return { call: { ...first, query, variables, deadline, fits }, partsOf }
}

function divide(
  answer: AgencyAnswer,
  calls: readonly AgencyCall[],
  { isWhole, dataOf, ownerOf }: Joining,
): readonly (AgencyAnswer | undefined)[] {
  const { data } = answer
  if (data === null || !isWhole(data)) return calls.map(() => undefined)
  const errors: AgencyAnswerError[][] = calls.map(() => [])
  for (const error of answer.errors) {
    const owner = ownerOf(error)
    if (owner === undefined) for (const list of errors) list.push(error)
    else errors[owner.index]?.push(owner.error)
  }
  return calls.map((call, index) => {
    const part: AgencyAnswer = { ...answer, data: dataOf(data, index), errors: errors[index] ?? [] }
    return call.fits?.(part) === false ? undefined : part
  })
}
