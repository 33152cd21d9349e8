import type { AgencyCall, LookupText } from '../../../../../gateway/agency/AgencyCall.ts'
import { makeCall } from '../../../../support/makeCall.ts'

const query = 'query($id:ID!){person(id:$id){name}}'

/** A lookup of a person by its id, as a root field. One that is called misshapen is no answer to it. */
export function lookUpPerson(id: string, changes: Partial<AgencyCall> = {}): AgencyCall {
  const { variables = {}, ...others } = changes
  const text = others.query ?? query
  // The text in which they travel together is never parsed here; see `compileLookupText` for real ones.
  const lookup: LookupText = {
    at: 'person',
    key: ['id'],
    aliasOf: (index) => `alias${index}`,
    variableOf: (name, index) => `alias${index}_${name}`,
    textFor: (count) => `${count} times ${text}`,
  }
  return makeCall({
    query,
    lookup,
    fits: ({ data }) => data !== null && Object.hasOwn(data, 'person') && data['person'] !== 'misshapen',
    ...others,
    variables: { id, ...variables },
  })
}
