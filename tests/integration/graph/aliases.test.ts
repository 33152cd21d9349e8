import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { askApplicant } from '../../support/askApplicant.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const readiness = 'departureReadiness { status requirements { kind outcome reason } }'

/** Aliases that have the names of fields which readiness is judged by, or by which agencies are asked. */
const disguises = [
  'fullName: birthPlace',
  'nik: familyCardNumber',
  'residentStatus: maritalStatus',
  'birthDate: fullName',
  'healthExaminations { expiresAt: voidedAt }',
  'healthExaminations { voidedAt: examinedAt }',
  'passports { status: number expiresAt: issuedAt }',
  'policeClearances { expiresAt: issuedAt }',
  'insuranceMemberships { periods { endsAt: startsAt } }',
  '__typename: fullName',
]

interface Applicant {
  readonly [field: string]: unknown
}

describe('an alias with the name of a field', () => {
  let graph: TestGraph
  let gateway: TestGateway

  beforeAll(async () => {
    graph = await startGraph({ applicants: 1 })
    gateway = await graph.openGateway({ CACHE: 'off' })
  }, 60_000)

  afterAll(async () => {
    await gateway.stop()
    await graph.stop()
  })

  function ask(nik: string, fields: string): Promise<Applicant> {
    return askApplicant(gateway, nik, fields)
  }

  it.each(disguises)('changes no judgement: %s', async (disguise) => {
    for (const nik of ['5318075205999001', '5304085708909003', '5302016009889006']) {
      const { departureReadiness: truth } = await ask(nik, readiness)
      const { departureReadiness: judged } = await ask(nik, `${disguise} ${readiness}`)
      expect(judged).toEqual(truth)
    }
  })

  it('stands for the field that it was given to', async () => {
    const { birthPlace, familyCardNumber, healthExaminations } = await ask(
      '5304085708909003',
      'birthPlace familyCardNumber healthExaminations { voidedAt examinedAt }',
    )
    const { fullName, nik, ...rest } = await ask(
      '5304085708909003',
      'fullName: birthPlace nik: familyCardNumber healthExaminations { expiresAt: voidedAt voidedAt: examinedAt }',
    )
    expect({ birthPlace: fullName, familyCardNumber: nik }).toEqual({ birthPlace, familyCardNumber })
    expect(rest['healthExaminations']).toEqual(
      (healthExaminations as readonly Applicant[]).map(({ voidedAt, examinedAt }) => ({
        expiresAt: voidedAt,
        voidedAt: examinedAt,
      })),
    )
  })

  it('is where the error of a silent agency stands', async () => {
    graph.agency('passport').proxy.setFault('down')
    const { body } = await gateway.post({
      query: '{ applicant(nik: "5318075205999001") { nik: fullName fullName: passports { number } } }',
    })
    graph.agency('passport').proxy.reset()
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['applicant', 'fullName'],
        extensions: expect.objectContaining({ code: 'AGENCY_UNAVAILABLE', agency: 'passport' }),
      }),
    ])
    expect(body.data).toEqual({ applicant: { nik: expect.any(String), fullName: null } })
  })

  it('makes no agency look broken', async () => {
    for (let time = 0; time < 20; time++)
      await gateway.post({
        query: '{ applicant(nik: "5318075205999001") { __typename: fullName passports { __typename: number } } }',
      })
    const { body } = await gateway.post({
      query: '{ applicant(nik: "5318075205999001") { fullName passports { number } } }',
    })
    expect(body.errors).toBeUndefined()
  })
})
