import type { Deadline } from '../../platform/Deadline.ts'
import { rememberFor } from '../../platform/rememberFor.ts'
import { whileGrowing } from '../../platform/whileGrowing.ts'
import type { AgencyAnswer } from '../agency/AgencyAnswer.ts'
import type { AgencyCall } from '../agency/AgencyCall.ts'
import { AgencyFailure } from '../agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../agency/AgencyFailure.ts'
import type { Dispatch } from '../agency/Dispatch.ts'
import { abortKind } from '../agency/abortKind.ts'
import type { Asker } from '../context.ts'
import { joinCalls } from './joinCalls.ts'
import type { JoinedCall } from './joinCalls.ts'

export interface JoiningOptions {
  /** Entities that calls are joined up to. A call of its own may have more. */
  readonly mostEntities: number
}

/**
 * Sends lookups of entities that wait in the same turn of the event loop, and differ in nothing but the entities, in one
 * call: those of different requests too, when agency, text, asker and other variables are the same. Each gets its own
 * entities and its own errors back, ends at its own deadline, and is told of a failure only when it would have failed alone.
 */
export function withJoining(dispatch: Dispatch, { mostEntities }: JoiningOptions): Dispatch {
  // By text first: texts are long, and the same ones over and over again.
  const groups = new Map<string, Map<string, Group>>()
  // A request asks all agencies with one asker.
  const keyOfAsker = rememberFor(({ subject, purpose, scopes }: Asker) => JSON.stringify([subject, purpose, scopes]))

  function groupFor(call: AgencyCall, entities: number): Group {
    const ofText = groups.get(call.query) ?? new Map<string, Group>()
    groups.set(call.query, ofText)
    const key = keyOf(call, keyOfAsker(call.asker))
    const open = ofText.get(key)
    if (open !== undefined && open.entities + entities <= mostEntities) return open
    function close(): void {
      if (ofText.get(key) === group) ofText.delete(key)
      if (ofText.size === 0 && groups.get(call.query) === ofText) groups.delete(call.query)
    }
    const group: Group = { members: [], entities: 0, close }
    ofText.set(key, group)
    return group
  }

  async function flush(group: Group): Promise<void> {
    await whileGrowing(() => group.members.length)
    group.close()
    const { near, far } = divideByDeadline(group.members)
    if (near.length > 1) void sendTogether(near, dispatch)
    else sendAlone(near, dispatch)
    sendAlone(far, dispatch)
  }

  return function dispatchJoined(call) {
    const entities = entitiesOf(call)
    if (call.kind !== 'query' || entities === undefined) return dispatch(call)
    const { promise, resolve, reject } = Promise.withResolvers<AgencyAnswer>()
    const group = groupFor(call, entities)
    group.members.push({ call, resolve, reject })
    group.entities += entities
    if (group.members.length === 1) void flush(group)
    return promise
  }
}

interface Member {
  readonly call: AgencyCall
  readonly resolve: (answer: AgencyAnswer) => void
  readonly reject: (error: unknown) => void
}

interface Group {
  readonly members: Member[]
  entities: number
  /** Lets nobody else in. */
  readonly close: () => void
}

/** Milliseconds by which deadlines may differ that are shared. */
const nearness = 100

/** Those that have about as long as the one that has longest, and those that have less. */
function divideByDeadline(members: readonly Member[]): {
  readonly near: readonly Member[]
  readonly far: readonly Member[]
} {
  const left = members.map(({ call }) => call.deadline.remaining())
  const least = Math.max(...left) - nearness
  return {
    near: members.filter((_member, index) => (left[index] ?? 0) >= least),
    far: members.filter((_member, index) => (left[index] ?? 0) < least),
  }
}

/** How many entities a call is for; undefined when it is for something else. */
function entitiesOf({ lookup, variables: { representations } }: AgencyCall): number | undefined {
  if (lookup !== undefined) return 1
  return Array.isArray(representations) ? representations.length : undefined
}

/** What calls of one text have to have in common. */
function keyOf({ agency, url, variables, lookup }: AgencyCall, asker: string): string {
  const named = lookup?.key ?? ['representations']
  const others = Object.entries(variables).filter(([name]) => !named.includes(name))
  return JSON.stringify([agency, url, lookup?.at, others, asker])
}

async function sendTogether(members: readonly Member[], dispatch: Dispatch): Promise<void> {
  const shared = shareDeadline(members)
  const joined = joinCalls(
    members.map(({ call }) => call),
    shared.deadline,
  )
  try {
    const answer = await dispatch(joined.call)
    if (answer.data === null) sendAlone(members, dispatch)
    else settle(members, joined, answer)
  } catch (error) {
    if (error instanceof AgencyFailure && mayBeOnesFault[error.kind]) sendAlone(members, dispatch)
    else for (const { reject } of members) reject(error)
  } finally {
    shared.end()
  }
}

/** Failures that one of the entities may have brought about. The others are of the agency, or of the way to it. */
const mayBeOnesFault: Readonly<Record<AgencyFailureKind, boolean>> = {
  STATUS: true,
  CONTENT_TYPE: true,
  MALFORMED: true,
  TOO_LARGE: true,
  WRONG_SHAPE: true,
  CONNECTION: false,
  TIMEOUT: false,
  CANCELLED: false,
  BREAKER_OPEN: false,
  OVERLOADED: false,
}

function settle(members: readonly Member[], joined: JoinedCall, answer: AgencyAnswer): void {
  const { policy } = answer
  for (const [index, part] of joined.partsOf(answer).entries()) {
    const member = members[index]
    if (part !== undefined) member?.resolve(policy === undefined ? part : { ...part, policy })
    else member?.reject(new AgencyFailure(member.call.agency, 'WRONG_SHAPE'))
  }
}

function sendAlone(members: readonly Member[], dispatch: Dispatch): void {
  for (const { call, resolve, reject } of members) {
    dispatch(call).then(resolve, reject)
  }
}

/**
 * One deadline for all: what is left of the shortest, for none is much shorter than another. Whoever leaves is let go at once,
 * and when nobody is left, the call is not wanted any more.
 */
function shareDeadline(members: readonly Member[]): { readonly deadline: Deadline; readonly end: () => void } {
  const controller = new AbortController()
  let left = members.length
  const listeners = members.map(({ call: { agency, deadline }, reject }) => {
    const { signal } = deadline
    function leave(): void {
      reject(new AgencyFailure(agency, abortKind(signal)))
      left -= 1
      if (left === 0) controller.abort(signal.reason)
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    return { signal, leave }
  })
  return {
    deadline: {
      signal: controller.signal,
      remaining: () => Math.min(...members.map(({ call }) => call.deadline.remaining())),
    },
    end() {
      for (const { signal, leave } of listeners) signal.removeEventListener('abort', leave)
    },
  }
}
