import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { agencies } from '../../../subgraphs/index.ts'
import type { AgencyName } from '../../../subgraphs/kit/AgencyName.ts'
import { addDays } from '../../../subgraphs/kit/calendar/addDays.ts'
import { createPopulation } from '../../../subgraphs/kit/population/createPopulation.ts'
import type { DepartureReadiness } from '../../../subgraphs/placement/types.generated.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

/** What readiness is judged by, as the gateway would ask each agency for it. */
const evidence: Readonly<Partial<Record<AgencyName, string>>> = {
  identity: 'fullName birthDate maritalStatus residentStatus',
  passport: 'passports { kind issuedAt expiresAt status holderName holderBirthDate }',
  'police-clearance': 'policeClearances { issuedAt expiresAt status }',
  health: 'healthExaminations { examinedAt expiresAt physical psychological voidedAt destinationCountry }',
  insurance: 'insuranceMemberships { periods { phase programmes startsAt endsAt paidAt } }',
}

const readiness = `query ($representations: [_Any!]!, $on: Date) { _entities(representations: $representations) {
  ... on Applicant { departureReadiness(on: $on) {
    on status requirements { kind outcome reason ownedBy nextDesk legalBasis evidenceExpiresAt }
  } }
} }`

type Representation = Readonly<Record<string, unknown>>

/** All six agencies, seeded on one day. */
interface Agencies {
  readonly assess: (persona: number, on: string | null, silent?: AgencyName) => Promise<DepartureReadiness>
  readonly stop: () => Promise<void>
}

async function startAgencies(day: string): Promise<Agencies> {
  const niks = createPopulation({ size: 1, day }).map(({ nik }) => nik)
  const started = new Map<AgencyName, TestAgency>()
  for (const agency of agencies) started.set(agency.name, await startTestAgency(agency, { applicants: 1, day }))

  async function ask<Answer>(name: AgencyName, query: string, variables: object): Promise<Answer> {
    const reply = await started
      .get(name)
      ?.ask<{ readonly _entities: readonly Answer[] }>({ query, variables: { ...variables } })
    expect(reply?.errors).toBeUndefined()
    const answer = reply?.data?._entities[0]
    if (answer === undefined) throw new Error(`${name} did not answer.`)
    return answer
  }

  async function represent(nik: string, silent?: AgencyName): Promise<Representation> {
    const reference = { __typename: 'Applicant', nik }
    const parts = Object.entries(evidence).map(([name, fields]) => ({ name: name as AgencyName, fields }))
    const known: Representation[] = [reference]
    for (const { name, fields } of parts.filter((part) => part.name !== silent)) {
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant { ${fields} } } }`
      known.push(await ask<Representation>(name, query, { representations: [reference] }))
    }
    return Object.assign({}, ...known) as Representation
  }

  return {
    async assess(persona, on, silent) {
      const representation = await represent(niks[persona - 1] ?? '', silent)
      const variables = { representations: [representation], on }
      const answer = await ask<{ readonly departureReadiness: DepartureReadiness }>('placement', readiness, variables)
      return answer.departureReadiness
    },
    async stop() {
      for (const agency of started.values()) await agency.stop()
    },
  }
}

/** `KIND OUTCOME`, or `KIND OUTCOME REASON`, for everything that is neither plainly met nor not required. */
function remarks({ requirements }: DepartureReadiness): readonly string[] {
  return requirements
    .filter(({ outcome, reason }) => reason !== null || (outcome !== 'MET' && outcome !== 'NOT_REQUIRED'))
    .map(({ kind, outcome, reason }) => [kind, outcome, reason].filter(Boolean).join(' '))
}

const day = '2026-11-24'
const leapDay = '2028-02-29'
const seeded = new Map<string, Agencies>()

beforeAll(async () => {
  for (const seedingDay of [day, leapDay]) seeded.set(seedingDay, await startAgencies(seedingDay))
}, 120_000)
afterAll(async () => {
  for (const all of seeded.values()) await all.stop()
})

function seededOn(seedingDay: string): Agencies {
  const all = seeded.get(seedingDay)
  if (all === undefined) throw new Error(`Nothing was seeded on ${seedingDay}.`)
  return all
}

describe.each([day, leapDay])('seeded on %s', (seedingDay) => {
  test.each([
    [1, 'READY', []],
    [2, 'NOT_READY', ['PASSPORT MISSING']],
    [3, 'NOT_READY', ['HEALTH EXPIRED']],
    [4, 'NOT_READY', ['AGE NOT_MET BELOW_MINIMUM_AGE']],
    [5, 'READY', ['PASSPORT MET HOLDER_NAME_VARIES']],
    [6, 'NOT_READY', ['INSURANCE EXPIRES_TOO_SOON ENDS_BEFORE_CONTRACT']],
    [8, 'NOT_READY', ['IDENTITY NOT_MET REGISTERED_AS_DECEASED']],
  ])('persona %d is %s on that day, with %j', async (persona, status, expected) => {
    const assessed = await seededOn(seedingDay).assess(persona, null)
    expect(assessed.on).toBe(seedingDay)
    expect(remarks(assessed)).toEqual(expected)
    expect(assessed.status).toBe(status)
    expect(assessed.requirements.every(({ legalBasis }) => /\d+\/\d{4}/.test(legalBasis ?? ''))).toBe(true)
  })

  test('persona 7, whom no placement ever saw, has everything before him', async () => {
    const assessed = await seededOn(seedingDay).assess(7, null)
    expect(assessed.status).toBe('NOT_READY')
    expect(remarks(assessed)).toEqual(
      expect.arrayContaining([
        'FAMILY_PERMISSION MISSING NO_OPEN_PLACEMENT',
        'PLACEMENT_AGREEMENT MISSING NO_OPEN_PLACEMENT',
        'EMPLOYMENT_CONTRACT MISSING NO_OPEN_PLACEMENT',
        'HEALTH MISSING',
        'INSURANCE MISSING',
      ]),
    )
    const outcomes = assessed.requirements.map(({ kind, outcome }) => `${kind} ${outcome}`)
    expect(outcomes).toEqual(expect.arrayContaining(['IDENTITY MET', 'AGE MET', 'AGENCY_LICENCE NOT_REQUIRED']))
  })
})

describe('persona 1, on other days than that of seeding', () => {
  test.each([
    // Before the first counselling there is no placement, and no paper.
    [-70, 'NOT_READY', 'PLACEMENT_AGREEMENT MISSING NO_OPEN_PLACEMENT'],
    // Registered and examined; the agreement came later.
    [-19, 'NOT_READY', 'PLACEMENT_AGREEMENT MISSING'],
    [-13, 'NOT_READY', 'PASSPORT MISSING'],
    [-7, 'NOT_READY', 'VISA MISSING'],
    // The day before the contract was signed.
    [-5, 'NOT_READY', 'EMPLOYMENT_CONTRACT MISSING'],
    // The certificate was good for three months.
    [72, 'NOT_READY', 'HEALTH EXPIRED'],
    [365, 'NOT_READY', 'VISA EXPIRED'],
    [800, 'NOT_READY', 'INSURANCE EXPIRED'],
    [7000, 'NOT_READY', 'AGE NOT_MET ABOVE_MAXIMUM_AGE'],
  ])('%d days from it is %s: %s', async (offset, status, remark) => {
    const assessed = await seededOn(day).assess(1, addDays(day, offset))
    expect(assessed.status).toBe(status)
    expect(remarks(assessed)).toContain(remark)
  })

  test('she may leave until the last day of her health certificate', async () => {
    expect((await seededOn(day).assess(1, addDays(day, -5))).status).toBe('NOT_READY')
    for (const offset of [-4, 30, 71])
      expect((await seededOn(day).assess(1, addDays(day, offset))).status).toBe('READY')
  })

  test('no evidence counts before it came into the world', async () => {
    const assessed = await seededOn(day).assess(1, addDays(day, -3000))
    const outcomes = Object.fromEntries(assessed.requirements.map(({ kind, outcome }) => [kind, outcome]))
    for (const kind of ['HEALTH', 'PASSPORT', 'INSURANCE', 'VISA', 'EMPLOYMENT_CONTRACT']) {
      expect(outcomes[kind]).toBe('MISSING')
    }
  })

  test.each([
    ['2004-10-17', 'CANNOT_ASSESS', 'No rule is on record for this day'],
    ['2004-10-18', 'NOT_READY', 'UU 39/2004 art. 35 letter a'],
    ['2017-11-21', 'NOT_READY', 'UU 39/2004 art. 35 letter a'],
    ['2017-11-22', 'NOT_READY', 'UU 18/2017 art. 5 letter a'],
    [
      '2026-11-24',
      'READY',
      'UU 18/2017 art. 5 letter a; 21 to 45 for domestic work by the practice of Malaysia since 2022',
    ],
  ])('on %s it is judged by the law of that day', async (on, status, legalBasis) => {
    const assessed = await seededOn(day).assess(1, on)
    expect(assessed.status).toBe(status)
    expect(assessed.requirements.find(({ kind }) => kind === 'AGE')?.legalBasis).toBe(legalBasis)
  })

  test('persona 4 may leave for domestic work from her 21st birthday on', async () => {
    expect(remarks(await seededOn(day).assess(4, '2028-11-14'))).toContain('AGE NOT_MET BELOW_MINIMUM_AGE')
    expect(remarks(await seededOn(day).assess(4, '2028-11-15'))).not.toContain('AGE NOT_MET BELOW_MINIMUM_AGE')
  })

  test.each([
    ['identity', ['IDENTITY', 'AGE', 'MARITAL_LETTER', 'PASSPORT']],
    ['passport', ['PASSPORT']],
    ['police-clearance', ['POLICE_CLEARANCE']],
    ['health', ['HEALTH']],
    ['insurance', ['INSURANCE']],
  ] as const)('while %s is silent, nobody can say', async (silent, kinds) => {
    const assessed = await seededOn(day).assess(1, null, silent)
    expect(assessed.status).toBe('CANNOT_ASSESS')
    expect(remarks(assessed)).toEqual(kinds.map((kind) => `${kind} SOURCE_UNAVAILABLE`))
  })
})
