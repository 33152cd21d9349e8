import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DevelopmentUser } from '../../../gateway/access/developmentUsers.ts'
import { readManifest } from '../../../gateway/operation/readManifest.ts'
import { applicantFile } from '../../support/applicantFile.ts'
import { askAs } from '../../support/askAs.ts'
import { runStatement } from '../../support/runStatement.ts'
import type { GraphBody, TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'
import { tokenOf } from '../../support/tokenOf.ts'

const persona = '5318075205999001'
/** A person of the seed who lives in Kupang Timur, outside of the agency officer's city. */
const elsewhere = '5301064101789008'
const nobody = '5318075205999555'

const lookingBack = 'query($nik: NIK!, $on: Date) { applicant(nik: $nik) { departureReadiness(on: $on) { on } } }'
const denial = ['FORBIDDEN_FIELD', 'Applicant.departureReadiness', 'applicant.departureReadiness']

function forbidden({ errors = [] }: GraphBody): readonly unknown[] {
  return errors.map(({ path, extensions }) => [extensions['code'], extensions['field'], path?.join('.')])
}

describe('what kinds of users see', () => {
  let graph: TestGraph

  beforeAll(async () => {
    graph = await startGraph({ applicants: 20 })
  }, 60_000)

  afterAll(() => graph.stop())

  describe.each(['satu-atap', 'apollo'])('with the engine %s', (ENGINE) => {
    let gateway: TestGateway

    beforeAll(async () => {
      gateway = await graph.openGateway({ ACCESS: 'enforced', ENGINE })
    })

    afterAll(() => gateway.stop())

    const askForFile = async (user: DevelopmentUser, nik = persona, purpose?: string) =>
      askAs(gateway, user, { query: applicantFile, variables: { nik }, ...(purpose !== undefined && { purpose }) })

    it('is for a third party readiness, validity and last digits, with one error a field', async () => {
      const { status, body } = await askForFile('frontend')
      expect(status).toBe(200)
      expect(body.data).toMatchObject({
        applicant: {
          nik: persona,
          fullName: 'M. K. B.',
          birthDate: '1999-01-01',
          familyCardNumber: null,
          passports: [
            { number: '****0001', holderName: 'M. K. B.', holderBirthDate: '1999-01-01', status: 'IN_FORCE' },
          ],
          healthExaminations: [{ physical: null, expiresAt: expect.any(String) }],
          policeClearances: [{ hasRecord: null, status: 'ISSUED' }],
          insuranceMemberships: [{ kpj: '*******0000', periods: [{ contribution: null }, { contribution: null }] }],
          placements: null,
          departures: null,
          departureReadiness: { status: 'READY' },
        },
      })
      expect(forbidden(body)).toEqual([
        ['FORBIDDEN_FIELD', 'Applicant.familyCardNumber', 'applicant.familyCardNumber'],
        ['FORBIDDEN_FIELD', 'HealthExamination.physical', 'applicant.healthExaminations.0.physical'],
        ['FORBIDDEN_FIELD', 'PoliceClearance.hasRecord', 'applicant.policeClearances.0.hasRecord'],
        ['FORBIDDEN_FIELD', 'InsurancePeriod.contribution', 'applicant.insuranceMemberships.0.periods.0.contribution'],
        ['FORBIDDEN_FIELD', 'Applicant.placements', 'applicant.placements'],
        ['FORBIDDEN_FIELD', 'Applicant.departures', 'applicant.departures'],
        ['FORBIDDEN_FIELD', 'Requirement.reason', 'applicant.departureReadiness.requirements.0.reason'],
      ])
      expect(body.extensions?.['masked']).toEqual(
        expect.arrayContaining([
          { field: 'Applicant.fullName', mask: 'INITIALS' },
          { field: 'Passport.number', mask: 'LAST4' },
          { field: 'Passport.holderBirthDate', mask: 'YEAR_ONLY' },
        ]),
      )
    })

    it('is for an officer of the one-stop office the whole file, but border crossings, without a case', async () => {
      const { body } = await askForFile('ltsa-officer')
      expect(body.data).toMatchObject({
        applicant: {
          fullName: 'Maria Kaka Bili',
          passports: [{ number: 'X9000001' }],
          policeClearances: [{ hasRecord: false }],
        },
      })
      expect(forbidden(body)).toEqual([['FORBIDDEN_FIELD', 'Applicant.departures', 'applicant.departures']])
      expect(body.extensions?.['masked']).toBeUndefined()
      expect((await askForFile('ltsa-officer', persona, 'protection-case')).body.errors).toBeUndefined()
    })

    it('is for a worker the own file alone', async () => {
      const { body } = await askForFile('worker')
      expect(body.data).toMatchObject({ applicant: { fullName: 'Maria Kaka Bili', placements: [{}] } })
      expect((await askForFile('worker', elsewhere)).body.data).toEqual({ applicant: null })
    })

    it('is for BP2MI everybody, and for a report nobody by name', async () => {
      expect((await askForFile('bp2mi', elsewhere)).body.data).toMatchObject({ applicant: { nik: elsewhere } })
      const { body } = await askForFile('bp2mi', persona, 'reporting')
      expect(body.data).toMatchObject({
        applicant: { fullName: 'M. K. B.', birthDate: '1999-01-01', familyCardNumber: null },
      })
    })

    it.each([
      ['frontend', 'service-delivery', [denial]],
      ['bp2mi', 'reporting', [denial]],
      ['bp2mi', 'supervision', []],
    ] as const)('is how things stood on a day that has passed, for %s and %s: %j', async (user, purpose, errors) => {
      const ask = (on: string) => askAs(gateway, user, { query: lookingBack, variables: { nik: persona, on }, purpose })
      expect(forbidden((await ask('2020-01-01')).body)).toEqual(errors)
      expect((await ask('2099-01-01')).body.errors).toBeUndefined()
    })

    it.each([
      ['frontend', 'supervision'],
      ['ltsa-officer', 'reporting'],
      ['worker', 'service-delivery'],
      ['bp2mi', 'self-access'],
    ] as const)('is nothing for %s for the purpose %s', async (user, purpose) => {
      const { status, body } = await askForFile(user, persona, purpose)
      expect([status, forbidden(body)[0]]).toEqual([403, ['PURPOSE_FORBIDDEN', undefined, undefined]])
      expect(body.data).toBeUndefined()
    })

    it.each(['', 'curiosity', '__proto__', 'Service-Delivery'])('is nothing for the purpose %j', async (purpose) => {
      const { status, body } = await askForFile('ltsa-officer', persona, purpose)
      expect([status, forbidden(body)[0]]).toEqual([400, ['PURPOSE_REQUIRED', undefined, undefined]])
    })

    it('is for an officer the same, whether a person lives elsewhere or does not exist', async () => {
      const answers = []
      for (const nik of [elsewhere, nobody, elsewhere, nobody]) {
        const { status, body } = await askForFile('agency-officer', nik)
        answers.push(JSON.stringify({ status, body }))
      }
      expect(answers[0]).toBe('{"status":200,"body":{"data":{"applicant":null},"extensions":{"provenance":[]}}}')
      expect(new Set(answers).size).toBe(1)
    })

    it('is of several people those that may be seen', async () => {
      const query = `{ own: applicant(nik: "${persona}") { nik } other: applicant(nik: "${elsewhere}") { nik } }`
      const { body } = await askAs(gateway, 'worker', { query })
      expect(body.data).toEqual({ own: { nik: persona }, other: null })
      expect(Object.keys(body.data ?? {})).toEqual(['own', 'other'])
      expect(body.errors).toBeUndefined()
    })

    it('is of lists those of the own area or office', async () => {
      const list = (filter: string) => `{ applicants(filter: ${filter}) { edges { node { nik } } } }`
      const inside = await askAs(gateway, 'ltsa-officer', { query: list('{ regionCode: "53.18" }') })
      expect(inside.body).toMatchObject({
        data: { applicants: { edges: expect.arrayContaining([{ node: { nik: persona } }]) } },
      })
      expect(inside.body.errors).toBeUndefined()
      for (const filter of ['{ regionCode: "32" }', '{}', 'null', '{ regionCode: null }']) {
        const { body } = await askAs(gateway, 'ltsa-officer', { query: list(filter) })
        expect([body.data, forbidden(body)]).toEqual([
          { applicants: null },
          [['OUTSIDE_AREA', 'Query.applicants', 'applicants']],
        ])
      }
      const everywhere = await askAs(gateway, 'bp2mi', { query: list('{}') })
      expect(everywhere.body.errors).toBeUndefined()
      const office = (code: string) => `{ placements(filter: { ltsaOffice: "${code}" }) { edges { node { id } } } }`
      expect((await askAs(gateway, 'ltsa-officer', { query: office('LTSA-53') })).body.errors).toBeUndefined()
      expect(forbidden((await askAs(gateway, 'ltsa-officer', { query: office('LTSA-5301') })).body)).toEqual([
        ['OUTSIDE_AREA', 'Query.placements', 'placements'],
      ])
      expect(forbidden((await askAs(gateway, 'worker', { query: list('{ regionCode: "53.18" }') })).body)).toEqual([
        ['FORBIDDEN_FIELD', 'Query.applicants', 'applicants'],
      ])
    })

    it('does not hang on how a filter is given', async () => {
      const query = `query List($filter: ApplicantFilter = { regionCode: "53.18" }) { applicants(filter: $filter) { edges { node { nik } } } }`
      expect((await askAs(gateway, 'ltsa-officer', { query })).body.errors).toBeUndefined()
      const given = await askAs(gateway, 'ltsa-officer', { query, variables: { filter: { regionCode: '32' } } })
      expect(forbidden(given.body)).toEqual([['OUTSIDE_AREA', 'Query.applicants', 'applicants']])
    })
  })

  it('is nothing any more of somebody who has moved away, though nobody announced it', async () => {
    const nik = '5371045511079004'
    const gateway = await graph.openGateway({ ACCESS: 'enforced', CACHE: 'memory' })
    const query = `{ applicant(nik: "${nik}") { fullName } }`
    const ask = async () => (await askAs(gateway, 'agency-officer', { query })).body.data
    expect(await ask()).toMatchObject({ applicant: { fullName: expect.any(String) } })
    const { databaseUrl } = graph.agency('identity')
    const [row] = await runStatement(databaseUrl, `SELECT domicile_code FROM person WHERE nik = '${nik}'`)
    const { domicile_code: home } = row as { readonly domicile_code: string }
    const moveTo = (code: string) =>
      runStatement(databaseUrl, `UPDATE person SET domicile_code = '${code}' WHERE nik = '${nik}'`)
    await moveTo('53.18')
    expect(await ask()).toEqual({ applicant: null })
    await moveTo(home)
    expect(await ask()).toMatchObject({ applicant: { fullName: expect.any(String) } })
    await gateway.stop()
  })

  it('takes a denial as long for somebody as for nobody', async () => {
    const gateway = await graph.openGateway({ ACCESS: 'enforced' })
    const token = await tokenOf(gateway, 'agency-officer')
    const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'service-delivery' }
    async function millisecondsFor(nik: string): Promise<number> {
      const begun = performance.now()
      await gateway.post({ query: `{ applicant(nik: "${nik}") { fullName } }` }, headers)
      return performance.now() - begun
    }
    // None leaves before its step, however quickly the agencies said that there is nobody.
    for (const nik of [elsewhere, nobody, elsewhere, nobody])
      expect(await millisecondsFor(nik)).toBeGreaterThanOrEqual(249)
    await gateway.stop()
  })

  it('does not tell somebody from nobody by a deadline that falls between the answers about them', async () => {
    const gateway = await graph.openGateway({ ACCESS: 'enforced' })
    const token = await tokenOf(gateway, 'agency-officer')
    const outcomes = new Set<string>()
    for (const milliseconds of [251, 254, 256, 258, 260, 270, 290, 298])
      for (const nik of [elsewhere, nobody]) {
        const headers = {
          authorization: `Bearer ${token}`,
          'x-purpose': 'service-delivery',
          'x-deadline-ms': String(milliseconds),
        }
        const { body } = await gateway.post({ query: `{ applicant(nik: "${nik}") { fullName } }` }, headers)
        outcomes.add(JSON.stringify([body.data, body.errors?.map(({ extensions }) => extensions['code'])]))
      }
    // The gateway keeps 250 ms to answer in, and what is left of these is no whole step.
    expect([...outcomes]).toEqual(['[{"applicant":null},["AGENCY_UNAVAILABLE"]]'])
    await gateway.stop()
  })

  it('is nothing by a registered operation that is for another purpose', async () => {
    const path = 'schema/operations/manifest.json'
    const gateway = await graph.openGateway({ ACCESS: 'enforced', OPERATIONS_PATH: path })
    const manifest = await readManifest({ path, optional: false })
    const own = [...manifest.values()].find(({ name }) => name === 'OwnReadiness')
    const extensions = { persistedQuery: { version: 1, sha256Hash: own?.id } }
    const variables = { nik: persona }
    expect((await askAs(gateway, 'worker', { extensions, variables })).body).toMatchObject({
      data: { applicant: { departureReadiness: { status: 'READY' } } },
    })
    for (const asked of [{ extensions }, { query: own?.body }]) {
      const { status, body } = await askAs(gateway, 'ltsa-officer', { ...asked, variables })
      expect([status, forbidden(body)[0]]).toEqual([403, ['PURPOSE_FORBIDDEN', undefined, undefined]])
      expect(body.errors?.[0]?.extensions['allowed']).toEqual(['self-access'])
    }
    await gateway.stop()
  })

  it('is not even asked of the agencies where it would be withheld', async () => {
    const gateway = await graph.openGateway({ ACCESS: 'enforced', CACHE: 'off' })
    const query = `{ applicant(nik: "${persona}") { departures { at } policeClearances { status hasRecord } } }`
    for (const name of ['passport', 'police-clearance'] as const) graph.agency(name).takeStatements()
    await askAs(gateway, 'frontend', { query })
    expect(graph.agency('passport').takeStatements()).toEqual([])
    expect(graph.agency('police-clearance').takeStatements()).toHaveLength(1)
    await gateway.stop()
  })
})
