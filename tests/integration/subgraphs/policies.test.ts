import { describe, expect, test } from '@jest/globals'
import { parse, validate } from 'graphql'
import { agencies } from '../../../subgraphs/index.ts'
import type { AgencyName } from '../../../subgraphs/kit/AgencyName.ts'
import { buildAgencySchema } from '../../../subgraphs/kit/buildAgencySchema.ts'
import { createPolicyReader } from '../../../subgraphs/kit/policy/createPolicyReader.ts'
import { renderCacheControl } from '../../../subgraphs/kit/policy/renderCacheControl.ts'

const morning = Date.parse('2026-11-24T08:00:00+08:00')

/** The header that an agency sends with an answer that selects this of a type. */
function headerOf(name: AgencyName, selection: string, type = 'Applicant'): string {
  const agency = agencies.find((one) => one.name === name)
  if (agency === undefined) throw new Error('There is no such agency.')
  const schema = buildAgencySchema(agency)
  const document = parse(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`,
  )
  expect(validate(schema, document)).toEqual([])
  return renderCacheControl(createPolicyReader(schema)(document, undefined), morning)
}

/** As docs/decisions/0008-agencies-say-how-long-answers-are-kept.md has it. */
describe('what agencies let be kept', () => {
  test.each([
    ['identity', 'fullName', 'max-age=14400, stale-if-error=86400'],
    ['passport', 'passports { number }', 'max-age=3600, stale-if-error=86400'],
    ['insurance', 'insuranceMemberships { kpj }', 'max-age=3600, stale-if-error=86400'],
    ['police-clearance', 'policeClearances { number }', 'max-age=300, stale-if-error=3600'],
    ['health', 'healthExaminations { certificateNumber }', 'max-age=300, stale-if-error=3600'],
    ['placement', 'placements { id }', 'max-age=300, stale-if-error=3600'],
  ] as const)('is, at %s, for { %s }: %s', (name, selection, header) => {
    expect(headerOf(name, selection)).toBe(header)
  })

  test.each([
    ['identity', 'residentStatus', 'max-age=14400'],
    ['passport', 'passports { status }', 'max-age=3600'],
    ['passport', 'passports { validOn(date: "2026-11-24") }', 'max-age=3600'],
    ['police-clearance', 'policeClearances { status }', 'max-age=300'],
    ['police-clearance', 'policeClearances { validOn(date: "2026-11-24") }', 'max-age=300'],
    ['health', 'healthExaminations { voidedAt }', 'max-age=300'],
    ['health', 'healthExaminations { validOn(date: "2026-11-24") }', 'max-age=300'],
    ['health', 'healthExaminations { fitToWork(on: "2026-11-24") }', 'max-age=300'],
    ['placement', 'departureReadiness { status }', 'max-age=300'],
    ['placement', 'placements { agency { status } }', 'max-age=300'],
    ['placement', 'placements { agency { sanctions { status } } }', 'max-age=300'],
    ['placement', 'placements { jobOrder { revokedAt } }', 'max-age=300'],
  ] as const)('is never shown stale, at %s, where it decides a departure: { %s }', (name, selection, header) => {
    expect(headerOf(name, selection)).toBe(header)
  })

  test('is nothing of what is restricted', () => {
    expect(headerOf('police-clearance', 'policeClearances { number hasRecord }')).toBe('no-store')
  })
})
