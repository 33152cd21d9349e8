import type { RequestContext } from '../../gateway/context.ts'
import type { Answered } from '../../gateway/execute/ask/Answered.ts'
import { createDeadline } from '../../platform/createDeadline.ts'
import { contextWith } from './contextWith.ts'

/** A request that has time. */
function context(): RequestContext {
  return contextWith(createDeadline({ milliseconds: 20_000 }))
}

/** The data of what was answered. */
function dataIn({ parts }: Answered): readonly unknown[] {
  return parts.map(({ data }) => data)
}

/** What the agency of papers is asked of people one and two. */
export const countedPeople = {
  entities: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{count}}}',
  representations: ['1', '2'].map((id) => ({ __typename: 'Person', id })),
  context,
  dataIn,
} as const
