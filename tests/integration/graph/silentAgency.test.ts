import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { AgencyName } from '../../../subgraphs/kit/AgencyName.ts'
import { readField } from '../../support/readField.ts'
import type { Fault } from '../../support/startFaultyProxy.ts'
import type { GraphAnswer, TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const query = `query Applicant($nik: NIK!) {
  applicant(nik: $nik) {
    nik
    fullName
    passports { number }
    policeClearances { number }
    healthExaminations { certificateNumber }
    insuranceMemberships { kpj }
    placements { id }
    departureReadiness { status requirements { kind outcome } }
  }
}`

const variables = { nik: '5318075205999001' }

/** The field of the applicant, and the requirement of readiness, that stand on each agency beside the registry. */
const partOf = {
  passport: { field: 'passports', requirement: 'PASSPORT' },
  health: { field: 'healthExaminations', requirement: 'HEALTH' },
  insurance: { field: 'insuranceMemberships', requirement: 'INSURANCE' },
  'police-clearance': { field: 'policeClearances', requirement: 'POLICE_CLEARANCE' },
} as const

const fields = ['fullName', 'passports', 'policeClearances', 'healthExaminations', 'insuranceMemberships', 'placements']

const faults: readonly Fault[] = [
  'down',
  'silent',
  'status500',
  'html',
  'halfJson',
  'tooFewEntities',
  'otherType',
  'emptyEntities',
]

/** What only a fetch of entities can do. */
const ofEntities: readonly Fault[] = ['tooFewEntities', 'otherType', 'emptyEntities']

interface Applicant {
  readonly [field: string]: unknown
  readonly departureReadiness: {
    readonly status: string
    readonly requirements: readonly { readonly kind: string; readonly outcome: string }[]
  }
}

function gapsOf({ body }: GraphAnswer): unknown {
  const provenance = body.extensions?.['provenance'] as readonly { readonly agency: string; readonly source: string }[]
  return provenance.filter(({ source }) => source === 'UNAVAILABLE').map(({ agency }) => agency)
}

describe('an agency that gives no usable answer', () => {
  let graph: TestGraph
  const gateways = new Map<Fault, TestGateway>()

  beforeAll(async () => {
    graph = await startGraph({ applicants: 20 })
  }, 60_000)

  afterAll(async () => {
    await Promise.all(Array.from(gateways.values(), (gateway) => gateway.stop()))
    await graph.stop()
  })

  /** A gateway for each fault, and nothing kept: breakers remember too, but no agency fails often enough in one of them. */
  async function gatewayFor(fault: Fault): Promise<TestGateway> {
    const gateway = gateways.get(fault) ?? (await graph.openGateway({ AGENCY_TIMEOUT_MS: '1500', CACHE: 'off' }))
    gateways.set(fault, gateway)
    return gateway
  }

  function spoil(agency: AgencyName, fault: Fault): void {
    graph.agency(agency).proxy.setFault(fault)
  }

  afterEach(() => {
    for (const agency of ['identity', 'placement', ...Object.keys(partOf)] as AgencyName[]) {
      graph.agency(agency).proxy.reset()
    }
  })

  const stories = Object.keys(partOf).flatMap((agency) =>
    faults.map((fault) => ({ agency: agency as keyof typeof partOf, fault })),
  )

  it.each(stories)('hides nobody: $agency, $fault', async ({ agency, fault }) => {
    spoil(agency, fault)
    const gateway = await gatewayFor(fault)
    const answer = await gateway.post({ query, variables })
    const { field, requirement } = partOf[agency]
    const applicant = readField<Applicant>(answer, 'applicant')

    expect(answer.status).toBe(200)
    expect(applicant[field]).toBeNull()
    for (const other of fields.filter((name) => name !== field)) expect(applicant[other]).not.toBeNull()
    expect(answer.body.errors).toEqual([
      expect.objectContaining({
        path: ['applicant', field],
        extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE', agency, retryable: true }),
      }),
    ])
    expect(gapsOf(answer)).toEqual([agency])
    const judged = applicant.departureReadiness.requirements.find(({ kind }) => kind === requirement)
    expect(judged?.outcome).toBe('SOURCE_UNAVAILABLE')
    expect(applicant.departureReadiness.status).toBe('CANNOT_ASSESS')
  })

  it.each(faults)('takes placements and readiness with it where it is placement: %s', async (fault) => {
    spoil('placement', fault)
    const gateway = await gatewayFor(fault)
    const answer = await gateway.post({ query, variables })
    const applicant = readField<Applicant>(answer, 'applicant')

    expect(applicant['placements']).toBeNull()
    expect(applicant.departureReadiness).toBeNull()
    expect(applicant['passports']).not.toBeNull()
    expect(answer.body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['applicant', 'placements'], 'AGENCY_UNAVAILABLE'],
      [['applicant', 'departureReadiness'], 'AGENCY_UNAVAILABLE'],
    ])
    expect(gapsOf(answer)).toEqual(['placement'])
  })

  it.each(faults.filter((fault) => !ofEntities.includes(fault)))(
    'hides none of the others where it is the registry: %s',
    async (fault) => {
      spoil('identity', fault)
      const gateway = await gatewayFor(fault)
      const answer = await gateway.post({ query, variables })
      const applicant = readField<Applicant>(answer, 'applicant')

      expect(applicant['nik']).toBe(variables.nik)
      expect(applicant['fullName']).toBeNull()
      for (const { field } of Object.values(partOf)) expect(applicant[field]).not.toBeNull()
      expect(applicant.departureReadiness.status).toBe('CANNOT_ASSESS')
      expect(answer.body.errors).toEqual([
        expect.objectContaining({
          path: ['applicant', 'fullName'],
          extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE', agency: 'identity' }),
        }),
      ])
      expect(gapsOf(answer)).toEqual(['identity'])
    },
  )

  it('is named where it is the registry and nothing but the key was asked of it', async () => {
    spoil('identity', 'down')
    const gateway = await gatewayFor('down')
    const answer = await gateway.post({ query: '{ applicant(nik: "5318075205999001") { nik passports { number } } }' })
    expect(readField<Applicant>(answer, 'applicant')['nik']).toBe(variables.nik)
    expect(answer.body.errors?.map(({ extensions }) => [extensions['code'], extensions['agency']])).toEqual([
      ['AGENCY_UNAVAILABLE', 'identity'],
    ])
    expect(gapsOf(answer)).toEqual(['identity'])
  })

  it("leaves nobody to answer for where it is the registry, with Apollo's engine", async () => {
    const apollos = await graph.openGateway({ ENGINE: 'apollo' })
    spoil('identity', 'down')
    const answer = await apollos.post({ query, variables })
    await apollos.stop()

    expect(answer.body.data).toEqual({ applicant: null })
    expect(answer.body.errors).toEqual([
      expect.objectContaining({
        path: ['applicant'],
        extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE', agency: 'identity' }),
      }),
    ])
  })

  it('does not stop lists that begin elsewhere', async () => {
    spoil('identity', 'halfJson')
    const gateway = await gatewayFor('halfJson')
    const list = '{ placements(first: 5) { edges { node { id applicant { nik fullName passports { number } } } } } }'
    const answer = await gateway.post({ query: list })
    const { edges } = readField<{
      readonly edges: readonly { readonly node: { readonly applicant: Record<string, unknown> } }[]
    }>(answer, 'placements')

    expect(edges).toHaveLength(5)
    for (const [index, { node }] of edges.entries()) {
      expect(node.applicant['nik']).toMatch(/^\d{16}$/)
      expect(node.applicant['fullName']).toBeNull()
      expect(node.applicant['passports']).not.toBeNull()
      expect(answer.body.errors?.[index]?.path).toEqual(['placements', 'edges', index, 'node', 'applicant', 'fullName'])
    }
  })

  it('does not keep the gateway from starting: all six may be down', async () => {
    const names: AgencyName[] = ['identity', 'placement', 'passport', 'police-clearance', 'health', 'insurance']
    for (const name of names) spoil(name, 'down')
    const alone = await graph.openGateway()
    const ready = await fetch(`${alone.origin}/health/ready`)
    expect(ready.status).toBe(200)
    const answer = await alone.post({ query, variables })
    const { nik, ...rest } = readField<Applicant>(answer, 'applicant')
    expect(nik).toBe(variables.nik)
    expect(Object.values(rest)).toEqual(Object.values(rest).map(() => null))
    expect(gapsOf(answer)).toEqual(names.toSorted())
    await alone.stop()
  })

  it('puts no value, address or statement into any message', async () => {
    for (const fault of faults) {
      spoil('passport', fault)
      const gateway = await gatewayFor(fault)
      const { body } = await gateway.post({ query, variables })
      expect(JSON.stringify(body.errors)).not.toMatch(/5318075205999001|127\.0\.0\.1|http|SELECT|boom|maintenance/)
    }
  })
})
