import type { AgencyCall } from '../../../../../gateway/agency/AgencyCall.ts'
import { makeCall } from '../../../../support/makeCall.ts'

/** A call for people by their ids, as entities. One that is called misshapen is no answer to it. */
export function askForPeople(ids: readonly string[], changes: Partial<AgencyCall> = {}): AgencyCall {
  const { variables = {}, ...others } = changes
  return makeCall({
    query: 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{name}}}',
    fits({ data }) {
      const entities = data?.['_entities']
      return Array.isArray(entities) && entities.length === ids.length && !entities.includes('misshapen')
    },
    ...others,
    variables: { representations: ids.map((id) => ({ __typename: 'Person', id })), ...variables },
  })
}
