import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { todayInWita } from '../../../subgraphs/kit/calendar/todayInWita.ts'
import type { Person } from '../../../subgraphs/kit/population/Person.ts'
import { createPopulation } from '../../../subgraphs/kit/population/createPopulation.ts'
import { placement } from '../../../subgraphs/placement/index.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 1000, day })
let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(placement, { applicants: 1000, day })
}, 60_000)
afterAll(() => agency.stop())

/** A person's placements, as far as these tests look. */
interface Answer {
  readonly nik: string
  readonly placements: readonly {
    readonly id: string
    readonly stage: string
    readonly scheme: string
    readonly jobTitle: string
    readonly stageHistory: readonly { readonly stage: string; readonly at: string }[]
    readonly agency: { readonly licenceNumber: string; readonly status: string } | null
    readonly jobOrder: { readonly number: string; readonly jobTitle: string } | null
    readonly contract: { readonly number: string } | null
  }[]
}

const placements = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant {
  nik placements {
    id stage scheme jobTitle stageHistory { stage at } agency { licenceNumber status } jobOrder { number jobTitle }
    contract { number }
  }
} } }`

async function placementsOf(...some: readonly Person[]): Promise<readonly Answer[]> {
  const representations = some.map(({ nik }) => ({ __typename: 'Applicant', nik }))
  const { data, errors } = await agency.ask<{ readonly _entities: readonly Answer[] }>({
    query: placements,
    variables: { representations },
  })
  expect(errors).toBeUndefined()
  return data?._entities ?? []
}

function persona(number: number): Person {
  const person = people[number - 1]
  if (person === undefined) throw new Error(`There is no persona ${number}.`)
  return person
}

const everything = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant {
  placements {
    id scheme destinationCountry jobTitle jobGroup employer { name country kind }
    agency { licenceNumber name status validFrom validTo sanctions { status validFrom validTo decree } }
    jobOrder { number destinationCountry jobTitle quota validFrom validTo revokedAt }
    ltsaOffice { code name region { code } serves { code } }
    stage stageHistory { stage at } recommendation { number issuedAt }
    familyPermission { signatory signedAt village { code } } competence { number issuer issuedAt expiresAt }
    agreement { number signedAt } visa { number country issuedAt expiresAt } orientation { attendedAt hours }
    contract { number signedAt startsAt months monthlyWage { amount currency } } cardNumber applicant { nik }
  }
  today: departureReadiness { on status }
  later: departureReadiness(on: "2027-06-01") { on requirements { kind outcome legalBasis } }
} } }`

describe('a placement', () => {
  test('has every paper of a journey that came to its contract', async () => {
    const { nik } = persona(1)
    const representations = [{ __typename: 'Applicant', nik }]
    const { data, errors } = await agency.ask<{ readonly _entities: readonly { readonly placements: unknown }[] }>({
      query: everything,
      variables: { representations },
    })
    expect(errors).toBeUndefined()
    expect(data?._entities[0]?.placements).toEqual([
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        scheme: 'P_TO_P',
        destinationCountry: 'MY',
        jobTitle: 'Housekeeper',
        jobGroup: 'DOMESTIC',
        employer: { name: expect.any(String), country: 'MY', kind: 'INDIVIDUAL' },
        agency: expect.objectContaining({ licenceNumber: expect.stringMatching(/^SIP3MI-900\d$/) }),
        jobOrder: expect.objectContaining({ destinationCountry: 'MY', jobTitle: 'Housekeeper', revokedAt: null }),
        ltsaOffice: {
          code: 'LTSA-5318',
          name: 'LTSA Kabupaten Sumba Barat Daya',
          region: { code: '53.18' },
          serves: [{ code: '53.11' }, { code: '53.12' }, { code: '53.17' }, { code: '53.18' }],
        },
        stage: 'CONTRACT_SIGNED',
        stageHistory: expect.arrayContaining([{ stage: 'EXAMINED', at: expect.stringMatching(/^2026-11-04T/) }]),
        recommendation: { number: 'REK/0/2026', issuedAt: '2026-11-09' },
        familyPermission: { signatory: 'SPOUSE', signedAt: '2026-10-15', village: { code: '53.18.07.2001' } },
        competence: expect.objectContaining({ issuedAt: '2026-11-06', expiresAt: '2029-11-05' }),
        agreement: { number: 'PP/0/2026', signedAt: '2026-11-06' },
        visa: { number: 'VISA/0/2026', country: 'MY', issuedAt: '2026-11-18', expiresAt: '2027-11-17' },
        orientation: { attendedAt: '2026-11-20', hours: 10 },
        contract: {
          number: 'PK/0/2026',
          signedAt: '2026-11-20',
          startsAt: '2026-12-24',
          months: 24,
          monthlyWage: { amount: expect.any(Number), currency: 'MYR' },
        },
        cardNumber: null,
        applicant: { nik },
      },
    ])
  })

  test('is there for every journey, at the stage it came to, with the history that led there', async () => {
    const placed = people.filter(({ journey }) => journey !== null)
    const answers = await placementsOf(...placed)
    for (const [place, { placements: found }] of answers.entries()) {
      const journey = placed[place]?.journey
      const days = [...Object.values(journey?.reached ?? {}), journey?.exit?.on ?? ''].toSorted()
      const current = found[0]
      expect(current?.stage).toBe(current?.stageHistory.at(-1)?.stage)
      expect(todayInWita(Date.parse(current?.stageHistory.at(-1)?.at ?? ''))).toBe(days.at(-1))
      const instants = current?.stageHistory.map(({ at }) => at) ?? []
      expect(instants).toEqual(instants.toSorted())
    }
  })

  test('goes through a licensed agency with an order when it is private, and through none in other schemes', async () => {
    const sound = people.filter(({ journey, defects }) => journey !== null && defects.length === 0)
    for (const answer of await placementsOf(...sound)) {
      for (const { scheme, agency: through, jobOrder } of answer.placements) {
        const status = scheme === 'P_TO_P' ? ['ACTIVE', 'WARNED'] : ['none']
        expect(status).toContain(through?.status ?? 'none')
        expect(jobOrder === null).toBe(through === null)
      }
    }
  })

  test('is not there for anybody whom no placement ever saw', async () => {
    const unplaced = people.filter(({ journey }) => journey === null)
    expect(unplaced.length).toBeGreaterThan(100)
    for (const answer of await placementsOf(...unplaced)) expect(answer.placements).toEqual([])
  })

  test('of somebody who returns to an employer follows an earlier one, and comes first', async () => {
    const returning = people.filter(({ journey }) => journey?.scheme === 'RE_ENTRY')
    expect(returning.length).toBeGreaterThan(10)
    for (const answer of await placementsOf(...returning)) {
      expect(answer.placements.map(({ scheme }) => scheme)).toEqual(['RE_ENTRY', 'P_TO_P'])
      expect(answer.placements[1]?.stage).toBe('DEPARTED')
    }
  })
})

describe('what is wrong on purpose', () => {
  test('somebody was selected by an agency that has been suspended since', async () => {
    const suspended = people.filter(
      ({ journey, defects }) => defects.includes('PLACEMENT_AGENCY_SUSPENDED') && journey?.scheme === 'P_TO_P',
    )
    expect(suspended.length).toBeGreaterThan(0)
    for (const answer of await placementsOf(...suspended)) {
      expect(answer.placements[0]?.agency?.status).toBe('SUSPENDED')
    }
  })

  test('a whole cluster goes through one agency', async () => {
    const cluster = people.filter(({ defects }) => defects.includes('RECRUITER_CLUSTER'))
    const answers = await placementsOf(...cluster)
    expect(answers.length).toBeGreaterThan(20)
    const licences = answers.map((answer) => answer.placements[0]?.agency?.licenceNumber)
    expect(new Set(licences)).toEqual(new Set(['SIP3MI-9007']))
  })

  test('a job is another than the order says, for those it is meant for and nobody else', async () => {
    const placed = people.filter(({ journey }) => journey?.scheme === 'P_TO_P')
    const answers = await placementsOf(...placed)
    const differing = placed.filter((_, place) => {
      const current = answers[place]?.placements[0]
      return current?.jobOrder && current.jobTitle !== current.jobOrder.jobTitle
    })
    expect(differing).toEqual(placed.filter(({ defects }) => defects.includes('JOB_DIFFERS_FROM_ORDER')))
    expect(differing.length).toBeGreaterThan(0)
  })
})

describe('a hundred people at once', () => {
  test('take one statement a table, with readiness on two days and every paper', async () => {
    const representations = people.slice(0, 100).map(({ nik, fullName, birthDate }) => ({
      __typename: 'Applicant',
      nik,
      fullName,
      birthDate,
      maritalStatus: 'SINGLE',
      residentStatus: 'ACTIVE',
      passports: [],
      policeClearances: [],
      healthExaminations: [],
      insuranceMemberships: null,
    }))
    agency.takeStatements()
    const { data, errors } = await agency.ask<{ readonly _entities: readonly unknown[] }>({
      query: everything,
      variables: { representations },
    })
    expect(errors).toBeUndefined()
    expect(data?._entities).toHaveLength(100)
    const tables = agency.takeStatements().flatMap((text) => [...text.matchAll(/\b(?:FROM|JOIN) (\w+)/g)])
    expect(tables.map(([, table]) => table ?? '').toSorted((one, other) => one.localeCompare(other))).toEqual([
      'job_order',
      'ltsa_office',
      'ltsa_office_region',
      'placement',
      'placement_agency',
      'placement_agency_sanction',
      'placement_stage_entry',
      'requirement_rule',
    ])
  })
})

describe('a reference', () => {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Placement { id applicant { nik } }
    ... on PlacementAgency { licenceNumber status }
    ... on LtsaOffice { code name }
    ... on Applicant { nik departureReadiness { status } }
  } }`

  test('finds each kind of entity, and null for what is not there', async () => {
    const [answer] = await placementsOf(persona(1))
    const id = answer?.placements[0]?.id
    const representations = [
      { __typename: 'Placement', id },
      { __typename: 'Placement', id: "no id at all'" },
      { __typename: 'PlacementAgency', licenceNumber: 'SIP3MI-9011' },
      { __typename: 'PlacementAgency', licenceNumber: 'SIP3MI-0000' },
      { __typename: 'LtsaOffice', code: 'LTSA-53' },
      { __typename: 'LtsaOffice', code: 'LTSA-99' },
    ]
    const { data, errors } = await agency.ask<{ readonly _entities: unknown }>({
      query,
      variables: { representations },
    })
    expect(errors).toBeUndefined()
    expect(data?._entities).toEqual([
      { id, applicant: { nik: persona(1).nik } },
      null,
      { licenceNumber: 'SIP3MI-9011', status: 'REVOKED' },
      null,
      { code: 'LTSA-53', name: 'LTSA-P2TKI Provinsi Nusa Tenggara Timur' },
      null,
    ])
  })

  test('without what the other agencies know leaves readiness unassessed', async () => {
    const representations = [{ __typename: 'Applicant', nik: persona(1).nik }]
    const { data } = await agency.ask({ query, variables: { representations } })
    expect(data).toEqual({ _entities: [{ nik: persona(1).nik, departureReadiness: { status: 'CANNOT_ASSESS' } }] })
  })

  test('with a malformed NIK is refused by itself', async () => {
    const representations = [
      { __typename: 'Applicant', nik: '123' },
      { __typename: 'LtsaOffice', code: 'LTSA-5318' },
    ]
    const { data, errors } = await agency.ask({ query, variables: { representations } })
    expect(data).toEqual({ _entities: [null, { code: 'LTSA-5318', name: 'LTSA Kabupaten Sumba Barat Daya' }] })
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['NIK_MALFORMED'])
  })
})
