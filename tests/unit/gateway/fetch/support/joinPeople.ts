import type { Asking } from '../../../../../gateway/fetch/Asking.ts'
import { joinAskings } from '../../../../../gateway/fetch/joinAskings.ts'
import type { JointAsking } from '../../../../../gateway/fetch/joinAskings.ts'
import { answerPeople } from './answerPeople.ts'
import type { PeopleAnswer } from './answerPeople.ts'

/** Joined questions about people, and what of them was asked in the end. */
export interface JoinedPeople {
  readonly ask: (asking: Asking) => Promise<PeopleAnswer>
  readonly asked: JointAsking[]
}

export interface JoinedPeopleOptions {
  readonly mostParts?: number
  readonly answer?: (asking: JointAsking) => PeopleAnswer | Promise<PeopleAnswer>
}

/** Joins questions about people. Whoever leaves is told that they are gone. */
export function joinPeople({ mostParts = 100, answer = answerPeople }: JoinedPeopleOptions = {}): JoinedPeople {
  const asked: JointAsking[] = []
  const ask = joinAskings<PeopleAnswer>({
    mostParts,
    async answer(asking) {
      asked.push(asking)
      return answer(asking)
    },
    portionOf: ({ people, isSpoilt }, from, to) => ({ people: people.slice(from, to), isSpoilt }),
    isSpoilt: ({ isSpoilt }) => isSpoilt,
    nothingFor: (parts) => ({ people: parts.map(() => 'gone'), isSpoilt: false }),
  })
  return { ask, asked }
}
