import { oncePerObject } from '../../platform/oncePerObject.ts'
import { whileGrowing } from '../../platform/whileGrowing.ts'
import type { Asker } from '../context.ts'
import type { Asking } from './Asking.ts'
import type { Party } from './Party.ts'
import { shareDeadline } from './shareDeadline.ts'

/** The same question of one or several requests. */
export interface JointAsking extends Pick<Asking, 'variables' | 'parts'> {
  readonly party: Party
}

export interface JoiningOptions<Answer> {
  /** Parts that askings are joined up to. One may have more by itself. */
  readonly mostParts: number
  /** Answers a question. It rejects for nothing that an agency does. */
  readonly answer: (asking: JointAsking) => Promise<Answer>
  /** The answer to the parts between two places. */
  readonly portionOf: (answer: Answer, from: number, to: number) => Answer
  /** Whether one of the parts may have spoilt the answer for the others. */
  readonly isSpoilt: (answer: Answer) => boolean
  /** What a request is told that leaves before there is an answer. */
  readonly nothingFor: (parts: Asking['parts']) => Answer
}

/**
 * Asks once for what waits in the same turn of the event loop and differs in nothing but what it asks for: for different requests
 * too, when asker and variables are the same. They wait for another turn while each brings more; who is alone waits for none. Each
 * gets the answer to its own parts, is let go when it leaves, and is told of a failure only when it would have failed alone.
 */
export function joinAskings<Answer>(options: JoiningOptions<Answer>): (asking: Asking) => Promise<Answer> {
  const { mostParts } = options
  const groups = new Map<string, Group<Answer>>()

  function groupFor(key: string, asking: Asking): Group<Answer> {
    const open = groups.get(key)
    if (open !== undefined && open.parts + asking.parts.length <= mostParts) return open
    const group: Group<Answer> = { members: [], parts: 0 }
    groups.set(key, group)
    return group
  }

  async function flush(key: string, group: Group<Answer>): Promise<void> {
    await whileGrowing(() => group.members.length)
    if (groups.get(key) === group) groups.delete(key)
    const { near, far } = divideByDeadline(group.members)
    if (near.length > 1) void askTogether(near, options)
    else askAlone(near, options)
    askAlone(far, options)
  }

  return function askJoined(asking) {
    const key = keyOf(asking)
    const group = groupFor(key, asking)
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    group.members.push({ asking, resolve, reject })
    group.parts += asking.parts.length
    if (group.members.length === 1) void flush(key, group)
    return promise
  }
}

interface Member<Answer> {
  readonly asking: Asking
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

interface Group<Answer> {
  readonly members: Member<Answer>[]
  parts: number
}

/** A request asks all agencies with one asker. */
const askerText = oncePerObject(({ subject, purpose, scopes }: Asker) => JSON.stringify([subject, purpose, scopes]))

/** What questions by one text have to have in common. */
function keyOf({ variables, context: { asker, live = false } }: Asking): string {
  for (const _name in variables) return JSON.stringify([askerText(asker), live, variables])
  return live ? `live ${askerText(asker)}` : askerText(asker)
}

/** Milliseconds by which deadlines may differ that are shared. */
const nearness = 100

interface Divided<Answer> {
  readonly near: readonly Member<Answer>[]
  readonly far: readonly Member<Answer>[]
}

/** Those that have about as long as the one that has longest, and those that have less. */
function divideByDeadline<Answer>(members: readonly Member<Answer>[]): Divided<Answer> {
  if (members.length === 1) return { near: members, far: [] }
  const left = members.map(({ asking }) => asking.context.deadline.remaining())
  const least = Math.max(...left) - nearness
  const isNear = (_member: unknown, index: number): boolean => (left[index] ?? 0) >= least
  return { near: members.filter(isNear), far: members.filter((member, index) => !isNear(member, index)) }
}

async function askTogether<Answer>(members: readonly Member<Answer>[], options: JoiningOptions<Answer>): Promise<void> {
  const { answer: ask, portionOf, isSpoilt, nothingFor } = options
  const [first, ...others] = members
  if (first === undefined) return
  const shared = shareDeadline(
    members.map(({ asking: { parts, context }, resolve }) => {
      return { deadline: context.deadline, leave: () => resolve(nothingFor(parts)) }
    }),
  )
  // A request may ask by one text for several things.
  const rest = new Set(others.map(({ asking }) => asking.context))
  rest.delete(first.asking.context)
  const parts = members.flatMap(({ asking }) => asking.parts)
  const isJoint = !areSame(members)
  try {
    const answer = await ask({
      variables: first.asking.variables,
      parts,
      party: { requests: [first.asking.context, ...rest], deadline: shared.deadline, isJoint },
    })
    if (isSpoilt(answer) && isJoint) {
      askAlone(members, options)
      return
    }
    let from = 0
    for (const { asking, resolve } of members) {
      const to = from + asking.parts.length
      resolve(portionOf(answer, from, to))
      from = to
    }
  } catch (error) {
    for (const { reject } of members) reject(error)
  } finally {
    shared.end()
  }
}

/** Whether all of them ask for the very same, so that each would be answered alike alone. */
function areSame<Answer>([first, ...others]: readonly Member<Answer>[]): boolean {
  const parts = first?.asking.parts ?? []
  // Part by part: most differ in the first, and a list has a hundred.
  return others.every(({ asking: { parts: given } }) => {
    return (
      given.length === parts.length && parts.every((part, at) => JSON.stringify(part) === JSON.stringify(given[at]))
    )
  })
}

function askAlone<Answer>(members: readonly Member<Answer>[], { answer }: JoiningOptions<Answer>): void {
  for (const { asking, resolve, reject } of members) {
    const { variables, parts, context } = asking
    answer({ variables, parts, party: { requests: [context], deadline: context.deadline, isJoint: false } }).then(
      resolve,
      reject,
    )
  }
}
