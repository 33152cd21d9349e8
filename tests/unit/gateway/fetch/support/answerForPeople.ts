import type { AgencyAnswer } from '../../../../../gateway/agency/AgencyAnswer.ts'
import type { AgencyCall } from '../../../../../gateway/agency/AgencyCall.ts'
import { AgencyFailure } from '../../../../../gateway/agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../../../../gateway/agency/AgencyFailure.ts'
import { peopleIn } from './peopleIn.ts'
import type { AskedPerson } from './peopleIn.ts'

/** People who spoil the whole call that they are in, by the word that their id begins with. */
const spoilers: readonly (readonly [string, AgencyFailureKind])[] = [
  ['poison', 'STATUS'],
  ['image', 'CONTENT_TYPE'],
  ['garbled', 'MALFORMED'],
]

/** Milliseconds that the agency called slow needs. */
const slowness = 1_000

/**
 * What an agency answers to a call for people: a function of the call and nothing else. Ids and the names of agencies say what
 * goes wrong; what goes well names the asker, the text and the variables.
 */
export function answerForPeople(call: AgencyCall): AgencyAnswer {
  const people = peopleIn(call)
  const { agency } = call
  const kind = failureOf(call, people)
  if (kind !== undefined) throw new AgencyFailure(agency, kind)
  if (people.some(({ id }) => id.startsWith('refused'))) return { data: null, errors: [{ message: 'refused' }] }

  const found = people.filter(({ id }) => !id.startsWith('lost'))
  const values = found.map((person) => [person.place[0], valueOf(person, call)] as const)
  const data = call.lookup === undefined ? { _entities: values.map(([, value]) => value) } : Object.fromEntries(values)
  const ownErrors = people
    .filter(({ id }) => id.startsWith('wrong'))
    .map(({ id, place }) => ({ message: id, path: [...place, 'name'] }))
  const errors = agency === 'grumbling' ? [...ownErrors, { message: 'who knows' }] : ownErrors
  if (call.fits?.({ data, errors }) === false) throw new AgencyFailure(agency, 'WRONG_SHAPE')
  return agency === 'forgetful' ? { data, errors } : { data, errors, policy: { maxAge: 60, staleIfError: 0 } }
}

function failureOf({ agency, deadline }: AgencyCall, people: readonly AskedPerson[]): AgencyFailureKind | undefined {
  if (agency === 'unreachable') return 'CONNECTION'
  if (agency === 'paused') return 'BREAKER_OPEN'
  if (agency === 'slow' && deadline.remaining() < slowness) return 'TIMEOUT'
  if (agency === 'narrow' && people.length > 3) return 'TOO_LARGE'
  return spoilers.find(([word]) => people.some(({ id }) => id.startsWith(word)))?.[1]
}

function valueOf({ id }: AskedPerson, { agency, url, query, variables, asker, lookup }: AgencyCall): unknown {
  if (id.startsWith('misshapen')) return 'misshapen'
  if (id.startsWith('unknown')) return null
  const text = lookup === undefined ? query : query.replace(/^\d+ times /, '')
  return { name: id, from: [agency, url, text, variables['on'] ?? null], to: asker }
}
