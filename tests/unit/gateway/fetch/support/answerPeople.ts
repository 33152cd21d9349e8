import type { JointAsking } from '../../../../../gateway/fetch/joinAskings.ts'

/** What was said of some people. */
export interface PeopleAnswer {
  readonly people: readonly unknown[]
  readonly isSpoilt: boolean
}

/** Milliseconds that an agency needs that is asked to be slow. */
const slowness = 1_000

/**
 * What an agency says of people: a function of what it is asked and nothing else. Ids say what goes wrong, and what goes well names
 * the asker and the variables.
 */
export function answerPeople({ variables, parts, party }: JointAsking): PeopleAnswer {
  const ids = parts.map(({ id }) => String(id))
  const [{ asker, live = false }] = party.requests
  const isLate = variables['pace'] === 'slow' && party.deadline.remaining() < slowness
  if (isLate || ids.some((id) => id.startsWith('poison'))) return { people: ids.map(() => 'failed'), isSpoilt: !isLate }
  return { people: ids.map((id) => ({ id, variables, asker, live })), isSpoilt: false }
}
