import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Facts } from '../../../../../subgraphs/placement/rules/Facts.ts'
import type { RequirementRule } from '../../../../../subgraphs/placement/rules/RequirementRule.ts'
import { assessReadiness } from '../../../../../subgraphs/placement/rules/assessReadiness.ts'
import { requirementKinds } from '../../../../../subgraphs/placement/rules/requirementKinds.ts'
import type {
  DepartureReadiness,
  Requirement,
  RequirementKind,
} from '../../../../../subgraphs/placement/types.generated.ts'
import { days } from '../support/days.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makePlacement } from '../support/makePlacement.ts'
import { makeRule } from '../support/makeRule.ts'

/** As the procedure has it. */
const order: readonly RequirementKind[] = [
  'IDENTITY',
  'AGE',
  'MARITAL_LETTER',
  'FAMILY_PERMISSION',
  'AGENCY_LICENCE',
  'HEALTH',
  'COMPETENCE',
  'PLACEMENT_AGREEMENT',
  'PASSPORT',
  'POLICE_CLEARANCE',
  'INSURANCE',
  'VISA',
  'ORIENTATION',
  'EMPLOYMENT_CONTRACT',
]

const rules: readonly RequirementRule[] = [
  ...order.map((kind) => makeRule({ kind, legalBasis: `law of ${kind}`, marginMonths: kind === 'PASSPORT' ? 6 : 0 })),
  makeRule({ kind: 'AGE', jobGroup: 'DOMESTIC', minimumAge: 21, maximumAge: 45, legalBasis: 'age for domestic work' }),
  makeRule({ kind: 'AGENCY_LICENCE', validFrom: '2018-01-01', required: false, legalBasis: 'licence in general' }),
  makeRule({ kind: 'AGENCY_LICENCE', scheme: 'P_TO_P', legalBasis: 'licence of private agencies' }),
]
const notForMalaysia = makeRule({ kind: 'POLICE_CLEARANCE', destinationCountry: 'MY', required: false })

function find({ requirements }: DepartureReadiness, kind: RequirementKind): Requirement {
  const requirement = requirements.find((candidate) => candidate.kind === kind)
  if (requirement === undefined) throw new Error(`There is no ${kind}.`)
  return requirement
}

describe('the whole', () => {
  test('is READY when everything is met, requirement by requirement in the order of the procedure', () => {
    const readiness = assessReadiness(makeFacts(), rules)
    expect(readiness).toMatchObject({ on: '2026-11-24', status: 'READY' })
    expect(readiness.requirements.map(({ kind }) => kind)).toEqual(order)
    expect(Object.keys(requirementKinds)).toEqual(order)
    expect(new Set(readiness.requirements.map(({ outcome }) => outcome))).toEqual(new Set(['MET']))
    expect(new Set(readiness.requirements.map(({ nextDesk }) => nextDesk))).toEqual(new Set([null]))
  })

  test('is NOT_READY when one thing is not met, and says which, whose, where to go, and by which law', () => {
    const readiness = assessReadiness(makeFacts({ passports: [] }), rules)
    expect(readiness.status).toBe('NOT_READY')
    expect(readiness.requirements.filter(({ outcome }) => outcome !== 'MET')).toEqual([
      {
        kind: 'PASSPORT',
        outcome: 'MISSING',
        reason: null,
        ownedBy: 'IMMIGRATION',
        nextDesk: 'IMMIGRATION',
        legalBasis: 'law of PASSPORT',
        evidenceExpiresAt: null,
      },
    ])
  })

  test('is READY with something to look at, and then there is a desk for it', () => {
    const readiness = assessReadiness(makeFacts({ fullName: 'Maria Kakabili' }), rules)
    expect(readiness.status).toBe('READY')
    expect(find(readiness, 'PASSPORT')).toMatchObject({
      outcome: 'MET',
      reason: 'HOLDER_NAME_VARIES',
      nextDesk: 'IMMIGRATION',
    })
  })

  test('is CANNOT_ASSESS when an agency is silent, whatever else is not met', () => {
    const readiness = assessReadiness(makeFacts({ passports: null, policeClearances: [] }), rules)
    expect(readiness.status).toBe('CANNOT_ASSESS')
    expect(find(readiness, 'PASSPORT')).toMatchObject({ outcome: 'SOURCE_UNAVAILABLE', ownedBy: 'IMMIGRATION' })
    expect(find(readiness, 'POLICE_CLEARANCE').outcome).toBe('MISSING')
  })

  test('is CANNOT_ASSESS when the registry is silent, in all that is judged by it', () => {
    const silent = { fullName: null, birthDate: null, maritalStatus: null, residentStatus: null }
    const readiness = assessReadiness(makeFacts(silent), rules)
    const unavailable = readiness.requirements.filter(({ outcome }) => outcome === 'SOURCE_UNAVAILABLE')
    expect(unavailable.map(({ kind }) => kind)).toEqual(['IDENTITY', 'AGE', 'MARITAL_LETTER', 'PASSPORT'])
    expect(new Set(unavailable.map(({ ownedBy }) => ownedBy))).toEqual(new Set(['CIVIL_REGISTRY']))
  })
})

describe('the rules', () => {
  test('decide what is asked for, by the placement', () => {
    const readiness = assessReadiness(makeFacts({ policeClearances: [] }), [...rules, notForMalaysia])
    expect(readiness.status).toBe('READY')
    expect(find(readiness, 'POLICE_CLEARANCE')).toMatchObject({ outcome: 'NOT_REQUIRED', nextDesk: null })
    const independent = makePlacement({ scheme: 'INDEPENDENT', agency: null })
    expect(find(assessReadiness(makeFacts({ placement: independent }), rules), 'AGENCY_LICENCE')).toMatchObject({
      outcome: 'NOT_REQUIRED',
      legalBasis: 'licence in general',
      evidenceExpiresAt: null,
    })
  })

  test('do not make up for silence: who asks for nothing still cannot know', () => {
    const readiness = assessReadiness(makeFacts({ policeClearances: null }), [...rules, notForMalaysia])
    expect(readiness.status).toBe('CANNOT_ASSESS')
    expect(find(readiness, 'POLICE_CLEARANCE').outcome).toBe('SOURCE_UNAVAILABLE')
  })

  test('are those of the general law without a placement', () => {
    const readiness = assessReadiness(makeFacts({ placement: null, birthDate: '2007-11-15' }), rules)
    expect(find(readiness, 'AGE')).toMatchObject({ outcome: 'MET', legalBasis: 'law of AGE' })
    expect(find(readiness, 'AGENCY_LICENCE').outcome).toBe('NOT_REQUIRED')
    expect(find(readiness, 'PLACEMENT_AGREEMENT')).toMatchObject({
      outcome: 'MISSING',
      reason: 'NO_OPEN_PLACEMENT',
      nextDesk: 'MANPOWER',
    })
  })

  test('leave nothing to guess: on a day without a rule, the requirement cannot be judged', () => {
    const readiness = assessReadiness(makeFacts({ on: '2017-11-21' }), rules)
    expect(readiness.status).toBe('CANNOT_ASSESS')
    expect(find(readiness, 'HEALTH')).toEqual({
      kind: 'HEALTH',
      outcome: 'SOURCE_UNAVAILABLE',
      reason: null,
      ownedBy: 'MIGRANT_WORKER_PROTECTION',
      nextDesk: 'MANPOWER',
      legalBasis: 'No rule is on record for this day',
      evidenceExpiresAt: null,
    })
  })
})

describe('on any day, by any rules', () => {
  const sources = [
    'fullName',
    'birthDate',
    'maritalStatus',
    'residentStatus',
    'passports',
    'policeClearances',
    'healthExaminations',
    'insuranceMemberships',
  ] as const satisfies readonly (keyof Facts)[]
  const someRules = fc.subarray([...rules, notForMalaysia])

  test('nobody is READY while any source is silent', () => {
    fc.assert(
      fc.property(fc.subarray([...sources], { minLength: 1 }), days, someRules, (silent, on, inForce) => {
        const nothing = Object.fromEntries(silent.map((source) => [source, null]))
        const { status } = assessReadiness(makeFacts({ ...nothing, on }), inForce)
        expect(status).not.toBe('READY')
      }),
    )
  })

  test('a silent agency makes it CANNOT_ASSESS by the whole table of rules', () => {
    const agencies = ['residentStatus', 'passports', 'policeClearances', 'healthExaminations', 'insuranceMemberships']
    fc.assert(
      fc.property(fc.subarray(agencies, { minLength: 1 }), days, (silent, on) => {
        const nothing = Object.fromEntries(silent.map((source) => [source, null]))
        expect(assessReadiness(makeFacts({ ...nothing, on }), [...rules, notForMalaysia]).status).toBe('CANNOT_ASSESS')
      }),
    )
  })

  test('every requirement is there once, and READY means that none is open', () => {
    fc.assert(
      fc.property(days, someRules, fc.boolean(), (on, inForce, isPlaced) => {
        const facts = makeFacts({ on, ...(isPlaced ? {} : { placement: null }) })
        const { requirements, status } = assessReadiness(facts, inForce)
        expect(requirements.map(({ kind }) => kind)).toEqual(order)
        const open = requirements.filter(({ outcome }) => outcome !== 'MET' && outcome !== 'NOT_REQUIRED')
        expect(status === 'READY').toBe(open.length === 0)
        expect(open.every(({ nextDesk }) => nextDesk !== null)).toBe(true)
      }),
    )
  })

  test('evidence that has expired does not hold again later', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        const before = assessReadiness(makeFacts({ on: earlier }), rules)
        const after = assessReadiness(makeFacts({ on: later }), rules)
        for (const { kind, outcome } of before.requirements) {
          expect(outcome === 'EXPIRED' ? find(after, kind).outcome : 'EXPIRED').toBe('EXPIRED')
        }
      }),
    )
  })
})
